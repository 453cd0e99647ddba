import { fillHoles } from '../imaging/fill-holes.ts';
import type { Mask } from '../imaging/film.ts';
import { removeSmallObjects } from '../imaging/remove-small-objects.ts';

/** Lung logits, side x side, to a mask: inside above the card's threshold. */
export function thresholdLogits(logits: Float32Array, side: number, threshold: number): Mask {
  const data = new Uint8Array(logits.length);
  for (let i = 0; i < data.length; i++) data[i] = (logits[i] as number) > threshold ? 1 : 0;
  return { width: side, height: side, data };
}

/**
 * Fills holes, then removes objects of at most `smallObjectFraction` of the picture's area, as
 * training/manet/data/postprocess.py does.
 */
export function postProcess(mask: Mask, smallObjectFraction: number): Mask {
  return removeSmallObjects(fillHoles(mask), Math.round(smallObjectFraction * mask.data.length));
}

/** Share of the picture inside the mask, 0 to 1. */
export function coverage(mask: Mask): number {
  return mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length;
}
