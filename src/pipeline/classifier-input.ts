import type { GreyImage, Mask } from '../imaging/film.ts';
import { minMax } from '../imaging/min-max.ts';
import { resample } from '../imaging/resample.ts';
import { resampleMask } from '../imaging/resample-mask.ts';

/** What the classifier sees: the film inside the lungs, in [0, 1], and the mask, 0 or 1. */
export interface ClassifierInput {
  readonly film: Float32Array;
  readonly mask: Float32Array;
}

/**
 * Film and lungs squashed to size x size; the film is kept inside the lungs and min-max scaled
 * after that, `min_max(film * mask)`, as in training.
 */
export function classifierInput(film: GreyImage, lungs: Mask, size: number): ClassifierInput {
  const mask = Float32Array.from(resampleMask(lungs, size, size).data);
  const square = resample(film, size, size);
  const inside = square.data.map((grey, i) => grey * (mask[i] as number));
  return { film: minMax({ ...square, data: inside }).data, mask };
}
