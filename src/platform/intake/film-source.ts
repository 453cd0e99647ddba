import type { Correction } from '../../imaging/correction.ts';
import type { DicomFacts } from '../../imaging/dicom-facts.ts';
import type { GateCode } from '../../pipeline/gate/gate-codes.ts';
import type { ZipEntry } from './zip/zip-directory.ts';

/** How a film is read from its file. */
interface HowRead {
  readonly name: string;
  /** Which of a DICOM film's windows to use: an index into `film.dicom.windows`, the first unless told. */
  readonly window?: number;
  /** The facts of the DICOM file that a picture was taken from. */
  readonly dicom?: DicomFacts;
  /** What is done to its pixels before it is shown and read. */
  readonly corrections?: readonly Correction[];
  /** True where a person wants it read with the frame around it, which is set aside otherwise. */
  readonly keepFrame?: boolean;
  /** Refusals that a person has set aside for it. */
  readonly overrides?: readonly GateCode[];
}

/** Where a film comes from. A Blob crosses to the worker by reference, unread. */
export type FilmSource =
  | ({
      readonly kind: 'file';
      readonly blob: Blob;
      /** Kept across a reload, which a DICOM file's patient details are not. */
      readonly restored?: true;
    } & HowRead)
  /** In a ZIP archive, unpacked when the film is read. */
  | ({ readonly kind: 'packed'; readonly archive: Blob; readonly entry: ZipEntry } & HowRead)
  | ({ readonly kind: 'demo' } & HowRead);
