import { CodedError } from '../errors/coded-error.ts';
import { inEnglish } from '../errors/english.ts';
import type { Reason } from '../errors/reasons.ts';

export type DicomErrorCode =
  | 'corrupt-dicom'
  | 'unsupported-dicom'
  | 'dicom-without-film'
  | 'too-large';

/** Why a DICOM file could not become a film. */
export class DicomError extends CodedError<DicomErrorCode> {}

export function corruptDicom(
  why: Reason,
  options: ErrorOptions & { readonly detail?: string | undefined } = {},
): DicomError {
  return new DicomError(...inEnglish({ code: 'corrupt-dicom', why }, options));
}

export function unsupportedDicom(what: Reason): DicomError {
  return new DicomError(...inEnglish({ code: 'unsupported-dicom', why: what }));
}

export function withoutFilm(why: Reason): DicomError {
  return new DicomError(...inEnglish({ code: 'dicom-without-film', why }));
}
