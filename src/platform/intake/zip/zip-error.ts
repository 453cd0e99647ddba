import { CodedError } from '../../../errors/coded-error.ts';
import { inEnglish } from '../../../errors/english.ts';
import type { Reason } from '../../../errors/reasons.ts';

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
  return new ZipError(...inEnglish({ code: 'corrupt-zip', why }, options));
}

export function zipBomb(why: Reason): ZipError {
  return new ZipError(...inEnglish({ code: 'zip-bomb', why }));
}
