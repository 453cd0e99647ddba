import type { GateCode } from './gate/gate-codes.ts';
import type { Progress, Stage } from './progress.ts';

/** How a run is watched and stopped. */
export interface AnalyseOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Refusals that a person sets aside; the study says which of them there would have been. */
  readonly overrides?: readonly GateCode[] | undefined;
}

/** Where each stage of a run begins, as a share of the whole. */
export type Plan = Readonly<Partial<Record<Stage, number>>>;

/**
 * On two cores in WASM the segmenter takes about two thirds of the time and the classifier nearly
 * all of the rest.
 */
export const BOTH_STAGES: Plan = {
  preparing: 0,
  segmenting: 0.05,
  'post-processing': 0.68,
  classifying: 0.72,
  explaining: 0.97,
};

/** Where the lungs are known already. */
export const STAGE_TWO_ALONE: Plan = { classifying: 0, explaining: 0.9 };

/**
 * Begins a stage of the plan: lets the event loop run, so that a worker hears an abort, then throws
 * `signal.reason` if there was one, then reports progress.
 */
export async function beginStage(stage: Stage, options: AnalyseOptions, plan: Plan): Promise<void> {
  options.signal?.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, 0));
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage, fraction: plan[stage] ?? 0 });
}

/** Reports the end of the last stage. */
export function finishStages(options: AnalyseOptions): void {
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage: 'explaining', fraction: 1 });
}
