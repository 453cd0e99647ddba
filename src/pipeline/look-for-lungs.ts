import type { GreyImage, Mask } from '../imaging/film.ts';
import { scaleGreys } from '../imaging/scale-greys.ts';
import type { EngineView } from '../models/engine.ts';
import { thresholdLogits } from './post-process.ts';
import { requireAlive, runModel } from './run-model.ts';

/** What the segmenter says of a film. */
export interface Look {
  /** Its logits cut at the card's threshold. */
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
  return { rawLungs: thresholdLogits(logits, input.size, postprocess.thresholdLogit), networkMs };
}
