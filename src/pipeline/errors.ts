import { CodedError } from '../imaging/coded-error.ts';
import type { Mask } from '../imaging/film.ts';

export type RefusalCode =
  | 'film-too-small'
  | 'no-contrast'
  | 'no-lungs'
  | 'lungs-implausible'
  | 'unfamiliar';

/** What was already known of a film when it was refused. */
export interface KnownOfRefused {
  /** Lung mask after post-processing, in the segmenter's square. */
  readonly lungs: Mask;
  /** Share of the film covered by lungs, 0 to 1. */
  readonly lungFraction: number;
}

/** The film cannot be read as a frontal chest X-ray; it is the film's fault, not the reader's. */
export class RefusedError extends CodedError<RefusalCode> {
  /** Null where the film was refused before its lungs were sought. */
  readonly known: KnownOfRefused | null;

  constructor(code: RefusalCode, message: string, advice: string, known: KnownOfRefused | null) {
    super(code, message, advice);
    this.known = known;
  }
}

export type AnalysisErrorCode = 'model-failed' | 'output-not-finite';

/** The reader failed on a film that may be sound. */
export class AnalysisError extends CodedError<AnalysisErrorCode> {}
