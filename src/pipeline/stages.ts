import type { Progress, Stage } from './progress.ts';

/** How `analyse` is watched and stopped. */
export interface AnalyseOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Where each stage begins, as a share of the whole. On two cores in WASM the segmenter takes about
 * two thirds of the time and the classifier nearly all of the rest.
 */
const BEGINS: Readonly<Record<Stage, number>> = {
  preparing: 0,
  segmenting: 0.05,
  'post-processing': 0.68,
  classifying: 0.72,
  explaining: 0.97,
};

/**
 * Begins a stage: lets the event loop run, so that a worker hears an abort, then throws
 * `signal.reason` if there was one, then reports progress.
 */
export async function beginStage(stage: Stage, options: AnalyseOptions): Promise<void> {
  options.signal?.throwIfAborted();
  await new Promise((resolve) => setTimeout(resolve, 0));
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage, fraction: BEGINS[stage] });
}

/** Reports the end of the last stage. */
export function finishStages(options: AnalyseOptions): void {
  options.signal?.throwIfAborted();
  options.onProgress?.({ stage: 'explaining', fraction: 1 });
}
