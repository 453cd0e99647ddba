import type { GreyImage, Mask } from '../imaging/film.ts';
import { resample } from '../imaging/resample.ts';
import { scaleGreys } from '../imaging/scale-greys.ts';
import type { EngineView } from '../models/engine.ts';
import { thresholdLogits } from './post-process.ts';
import { requireAlive, runModel } from './run-model.ts';

/** What the segmenter says of a film. */
export interface Look {
  /** Its logits, enlarged to the card's mask size so that edges stay smooth, cut at its threshold. */
  readonly rawLungs: Mask;
  /** Time of the network alone. */
  readonly networkMs: number;
}

/** Runs the segmenter on a film in its square. Rejects with AnalysisError where it fails. */
export async function lookForLungs(square: GreyImage, engine: EngineView): Promise<Look> {
  const { input, postprocess } = engine.segmenter;
  const began = performance.now();
  const scaled = scaleGreys(square, input.range);
  const logits = await runModel('segmentation', () => engine.segment(scaled.data));
  requireAlive(logits, square.data.length, 'lung logits');
  const networkMs = performance.now() - began;
  const side = postprocess.maskSize ?? input.size;
  const enlarged = resample({ ...square, data: logits }, side, side);
  return { rawLungs: thresholdLogits(enlarged.data, side, postprocess.thresholdLogit), networkMs };
}
