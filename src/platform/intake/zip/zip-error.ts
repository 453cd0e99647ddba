import { CodedError } from '../../../imaging/coded-error.ts';

export type ZipErrorCode =
  | 'corrupt-zip'
  | 'split-zip'
  | 'encrypted-zip'
  | 'unsupported-zip'
  | 'zip-bomb'
  | 'too-large';

/** Why a ZIP archive, or a file in one, cannot be read. */
export class ZipError extends CodedError<ZipErrorCode> {}

export function corruptZip(why: string, options?: ErrorOptions): ZipError {
  return new ZipError(
    'corrupt-zip',
    `The ZIP archive is damaged: ${why}.`,
    'Copy or make the archive again from where it came.',
    options,
  );
}

export function zipBomb(why: string): ZipError {
  return new ZipError(
    'zip-bomb',
    `The ZIP archive is not opened: ${why}.`,
    'Unpack it with a program that you trust and open the films themselves.',
  );
}
