import type { Refusal } from './backend-refusal.ts';
import type { BackendName } from './engine.ts';

/** How far each network was from the answers in its card on the self-test film; null: not asked. */
export interface SelfTestFigures {
  /** Largest difference of the lung logits' 64 cell means. */
  readonly lungs: number;
  /** Largest difference of the class logits. */
  readonly classes: number;
  /** Largest difference of the heat maps, where the card has them. */
  readonly heat: number | null;
  /** Largest difference of the film check's logits. */
  readonly filmCheck: number | null;
  /** Time of the self-test, in which the networks run for the first time. */
  readonly tookMs: number;
  /** One film through both stages, warm; null where it was not run twice. */
  readonly warmMs: number | null;
}

/** What became of one backend when the networks were started. */
export interface BackendTrial {
  readonly backend: BackendName;
  readonly state: 'used' | 'failed' | 'passed-over' | 'unavailable' | 'not-needed';
  /** GPU, or number of threads; null where it did not come so far. */
  readonly description: string | null;
  /** Why it is not used, in English. */
  readonly reason: string | null;
  /** The same where nothing went wrong on it. */
  readonly refusal: Refusal | null;
  readonly selfTest: SelfTestFigures | null;
  /** When the self-test ran, in ms since 1970; earlier than this start where it was remembered. */
  readonly testedAt: number | null;
}

/** A self-test that ran: what is remembered of it. */
export interface RememberedTrial {
  readonly testedAt: number;
  /** Null where it passed. */
  readonly failure: { readonly reason: string; readonly refusal: Refusal | null } | null;
  readonly selfTest: SelfTestFigures | null;
}

/** Remembers self-tests by browser, device and model version. Never rejects. */
export interface TrialLog {
  recall(key: string): Promise<RememberedTrial | null>;
  record(key: string, trial: RememberedTrial): Promise<void>;
}
