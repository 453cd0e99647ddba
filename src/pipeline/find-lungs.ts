import type { Film, Mask } from '../imaging/film.ts';
import { resample } from '../imaging/resample.ts';
import type { EngineView } from '../models/engine.ts';
import { checkFilm } from './gate/check-film.ts';
import { checkLungs, lungSides } from './gate/check-lungs.ts';
import type { GateRecord } from './gate/gate-codes.ts';
import { passGate } from './gate/pass-gate.ts';
import { lookAgain } from './look-again.ts';
import { lookForLungs } from './look-for-lungs.ts';
import { coverage, postProcess } from './post-process.ts';
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
  /** Time of the network alone, in both looks. */
  readonly segmentMs: number;
}

/**
 * Stage 1: a film to its lungs. Where they lie on one side the other lung may be opaque: the network
 * looks again, and what it finds then counts if it lies on both. Rejects with RefusedError where the
 * film cannot be a chest X-ray, AnalysisError where the network fails, and `signal.reason` on abort.
 */
export async function findLungs(
  film: Film,
  engine: EngineView,
  options: AnalyseOptions = {},
): Promise<FoundLungs> {
  await beginStage('preparing', options, BOTH_STAGES);
  const allowed = await checkFilm(film, engine, options.overrides);
  const { input, postprocess } = engine.segmenter;
  const square = resample(film, input.size, input.size);

  await beginStage('segmenting', options, BOTH_STAGES);
  const first = await lookForLungs(square, engine);

  await beginStage('post-processing', options, BOTH_STAGES);
  const cleaned = postProcess(first.rawLungs, postprocess);
  const again = lungSides(cleaned) === 'one' ? await lookAgain(square, engine) : null;
  const second = again && lungSides(again.lungs) === 'both' ? again : null;

  const { lungs, rawLungs } = second ?? { ...first, lungs: cleaned };
  const lungFraction = coverage(lungs);
  // Older segmenters leave pieces beside the lungs, and a second look gives rough outlines.
  const shape = postprocess.mostObjects === undefined || second ? 'rough' : 'exact';
  const soFar = second ? passGate(allowed, [{ code: 'opaque-lung' }]) : allowed;
  return {
    lungs,
    rawLungs,
    lungFraction,
    gate: checkLungs(soFar, { lungs, lungFraction }, options.overrides, shape),
    segmentMs: first.networkMs + (again?.networkMs ?? 0),
  };
}
