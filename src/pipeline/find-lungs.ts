import type { Film, Mask } from '../imaging/film.ts';
import { minMax } from '../imaging/min-max.ts';
import { resample } from '../imaging/resample.ts';
import type { EngineView } from '../models/engine.ts';
import { checkFilm } from './gate/check-film.ts';
import { checkLungs } from './gate/check-lungs.ts';
import type { GateRecord } from './gate/gate-codes.ts';
import { coverage, postProcess, thresholdLogits } from './post-process.ts';
import { requireAlive, runModel } from './run-model.ts';
import { type AnalyseOptions, BOTH_STAGES, beginStage } from './stages.ts';

export interface FoundLungs {
  /** Lung mask after post-processing, in the segmenter's square. */
  readonly lungs: Mask;
  /** The same before: the network's logits cut at the card's threshold. */
  readonly rawLungs: Mask;
  /** Share of the film covered by lungs, 0 to 1. */
  readonly lungFraction: number;
  /** What the gate let pass so far. */
  readonly gate: GateRecord;
  /** Time of the network alone. */
  readonly segmentMs: number;
}

/**
 * Stage 1: a film to its lungs. Rejects with RefusedError where it cannot be a chest X-ray,
 * AnalysisError where the network fails, and `signal.reason` on abort.
 */
export async function findLungs(
  film: Film,
  engine: EngineView,
  options: AnalyseOptions = {},
): Promise<FoundLungs> {
  const { input, postprocess } = engine.segmenter;

  await beginStage('preparing', options, BOTH_STAGES);
  const allowed = await checkFilm(film, engine, options.overrides);
  const square = resample(film, input.size, input.size);

  await beginStage('segmenting', options, BOTH_STAGES);
  const began = performance.now();
  const logits = await runModel('segmentation', () => engine.segment(minMax(square).data));
  requireAlive(logits, square.data.length, 'lung logits');
  const segmentMs = performance.now() - began;

  await beginStage('post-processing', options, BOTH_STAGES);
  const cut = thresholdLogits(logits, input.size, postprocess.thresholdLogit);
  const lungs = postProcess(cut, postprocess.smallObjectFraction);
  const lungFraction = coverage(lungs);
  const gate = checkLungs(allowed, { lungs, lungFraction }, options.overrides);
  return { lungs, rawLungs: cut, lungFraction, gate, segmentMs };
}
