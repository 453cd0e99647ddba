import { CodedError } from '../imaging/coded-error.ts';

export type DicomErrorCode =
  | 'corrupt-dicom'
  | 'unsupported-dicom'
  | 'dicom-without-film'
  | 'too-large';

/** Why a DICOM file could not become a film. */
export class DicomError extends CodedError<DicomErrorCode> {}

export function corruptDicom(why: string, options?: ErrorOptions): DicomError {
  return new DicomError(
    'corrupt-dicom',
    `The DICOM file is damaged: ${why}.`,
    'Send or copy the film again from where it came.',
    options,
  );
}

/** `what` is a kind of film in the singular, for instance "A film of 32 bits a pixel". */
export function unsupportedDicom(what: string): DicomError {
  return new DicomError(
    'unsupported-dicom',
    `${what} cannot be read.`,
    'Export the film as uncompressed DICOM of 8 to 16 bits, or as 16-bit PNG.',
  );
}

export function withoutFilm(why: string): DicomError {
  return new DicomError(
    'dicom-without-film',
    `The DICOM file holds no film: ${why}.`,
    'Choose the file of the chest X-ray itself; reports, plans and indexes have none.',
  );
}
