import { CodedError } from '../../../errors/coded-error.ts';
import { type Reason, tellReason } from '../../../errors/reasons.ts';

export type ZipErrorCode =
  | 'corrupt-zip'
  | 'split-zip'
  | 'encrypted-zip'
  | 'unsupported-zip'
  | 'zip-bomb'
  | 'too-large';

/** Why a ZIP archive, or a file in one, cannot be read. */
export class ZipError extends CodedError<ZipErrorCode> {}

export function corruptZip(why: Reason, options?: ErrorOptions): ZipError {
  return new ZipError(
    'corrupt-zip',
    `The ZIP archive is damaged: ${tellReason(why)}.`,
    'Copy or make the archive again from where it came.',
    { ...options, findings: [{ code: 'corrupt-zip', why }] },
  );
}

export function zipBomb(why: Reason): ZipError {
  return new ZipError(
    'zip-bomb',
    `The ZIP archive is not opened: ${tellReason(why)}.`,
    'Unpack it with a program that you trust and open the films themselves.',
    { findings: [{ code: 'zip-bomb', why }] },
  );
}
