import type { DicomFacts } from '../imaging/dicom-facts.ts';
import type { BackendName } from '../models/engine.ts';
import type { Label, PerLabel } from '../models/labels.ts';
import type { RefusalCode, WarningCode } from '../pipeline/gate/gate-codes.ts';

/** Milliseconds; null for what was not reached. */
interface LineTimes {
  readonly decode: number | null;
  readonly segment: number | null;
  readonly classify: number | null;
  readonly total: number | null;
}

/** What the program says about one film: one line of JSON, null where something is not known. */
export interface FilmLine {
  readonly file: string;
  readonly status: 'ok' | 'refused' | 'error';
  readonly code: string | null;
  readonly message: string | null;
  readonly label: Label | null;
  readonly probabilities: PerLabel<number> | null;
  /** Share of the film that is lung, 0 to 1. */
  readonly lungFraction: number | null;
  /** Refusals that --read-anyway set aside, as codes. */
  readonly gateOverridden: readonly RefusalCode[] | null;
  /** What else the quality check noticed, as codes. */
  readonly warnings: readonly WarningCode[] | null;
  readonly backend: BackendName | null;
  /** The network that tells the classes. */
  readonly classifier: { readonly id: string; readonly title: string } | null;
  /** What a DICOM film says of itself, the window that was used among it. */
  readonly dicom: DicomFacts | null;
  readonly timingsMs: LineTimes;
}

/** A line of which nothing else is known. Its keys stand in the order in which they are printed. */
export function blankLine(file: string, status: FilmLine['status']): FilmLine {
  return {
    file,
    status,
    code: null,
    message: null,
    label: null,
    probabilities: null,
    lungFraction: null,
    gateOverridden: null,
    warnings: null,
    backend: null,
    classifier: null,
    dicom: null,
    timingsMs: { decode: null, segment: null, classify: null, total: null },
  };
}
