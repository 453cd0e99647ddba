import { CodedError } from '../errors/coded-error.ts';
import { type Reason, tellReason } from '../errors/reasons.ts';

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
  return new DicomError(
    'corrupt-dicom',
    `The DICOM file is damaged: ${tellReason(why, options.detail)}.`,
    'Send or copy the film again from where it came.',
    { ...options, findings: [{ code: 'corrupt-dicom', why }] },
  );
}

export function unsupportedDicom(what: Reason): DicomError {
  return new DicomError(
    'unsupported-dicom',
    `${tellReason(what)} cannot be read.`,
    'Export the film as uncompressed DICOM of 8 to 16 bits, or as 16-bit PNG.',
    { findings: [{ code: 'unsupported-dicom', why: what }] },
  );
}

export function withoutFilm(why: Reason): DicomError {
  return new DicomError(
    'dicom-without-film',
    `The DICOM file holds no film: ${tellReason(why)}.`,
    'Choose the file of the chest X-ray itself; reports, plans and indexes have none.',
    { findings: [{ code: 'dicom-without-film', why }] },
  );
}
