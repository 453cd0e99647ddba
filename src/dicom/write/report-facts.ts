import type { ClassKey } from './codes.ts';

export interface ReportNetwork {
  readonly title: string;
  readonly id: string;
  /** SHA-256 over the SHA-256 of its files; null where that is not known. */
  readonly digest: string | null;
}

/** What a structured report tells of one reading. Texts are English. */
export interface ReportFacts {
  readonly notice: string;
  readonly intendedUse: string;
  readonly top: ClassKey;
  readonly indeterminate: boolean;
  /** 0 to 1. */
  readonly probabilities: Readonly<Record<ClassKey, number>>;
  /** Below it no class is named; null where the network sets none. */
  readonly threshold: number | null;
  /** 0 to 1. */
  readonly lungFraction: number;
  readonly lungsEdited: boolean;
  /** The quality check's objections that a person set aside. */
  readonly objections: readonly string[];
  /** What was done to the film's pixels before it was read. */
  readonly corrections: readonly string[];
  /** What else the quality check noticed. */
  readonly warnings: readonly string[];
  /** Says that the device failed and the film was read again; null where it did not. */
  readonly recovered: string | null;
  readonly synthetic: boolean;
  /** Of DICOM films only. */
  readonly window: string | null;
  readonly backend: string;
  /** Null where there is no file, as for the film that the program draws. */
  readonly sourceSha256: string | null;
  readonly segmenter: ReportNetwork;
  readonly classifier: ReportNetwork;
  readonly limits: readonly string[];
}
