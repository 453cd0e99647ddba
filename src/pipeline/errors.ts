import { CodedError } from '../errors/coded-error.ts';
import { inEnglish } from '../errors/english.ts';
import type { Mask } from '../imaging/film.ts';
import type { GateFinding, RefusalCode } from './gate/gate-codes.ts';

/** What was already known of a film when it was refused. */
export interface KnownOfRefused {
  /** Lung mask after post-processing, in the segmenter's square. */
  readonly lungs: Mask;
  /** Share of the film covered by lungs, 0 to 1. */
  readonly lungFraction: number;
}

type Findings = readonly [GateFinding<RefusalCode>, ...GateFinding<RefusalCode>[]];

/**
 * The film cannot be read as a frontal chest X-ray; it is the film's fault, not the reader's. Its
 * code is that of the first finding, its message names them all.
 */
export class RefusedError extends CodedError<RefusalCode> {
  declare readonly findings: Findings;
  /** Null where the film was refused before its lungs were sought. */
  readonly known: KnownOfRefused | null;

  constructor(findings: Findings, known: KnownOfRefused | null) {
    super(...inEnglish(findings));
    this.known = known;
  }
}

export type AnalysisErrorCode = 'model-failed' | 'output-not-finite';

/** The reader failed on a film that may be sound. */
export class AnalysisError extends CodedError<AnalysisErrorCode> {}
