import { fillHoles } from '../imaging/fill-holes.ts';
import type { Mask } from '../imaging/film.ts';
import { keepLargest } from '../imaging/keep-largest.ts';
import { removeSmallObjects } from '../imaging/remove-small-objects.ts';
import type { SegmenterCard } from '../models/card.ts';

/** Lung logits, side x side, to a mask: inside above the card's threshold. */
export function thresholdLogits(logits: Float32Array, side: number, threshold: number): Mask {
  const data = new Uint8Array(logits.length);
  for (let i = 0; i < data.length; i++) data[i] = (logits[i] as number) > threshold ? 1 : 0;
  return { width: side, height: side, data };
}

/**
 * Fills holes, removes objects of at most `smallObjectFraction` of the picture's area, and keeps the
 * `mostObjects` largest, as training/manet/data/postprocess.py does.
 */
export function postProcess(
  mask: Mask,
  { smallObjectFraction, mostObjects }: SegmenterCard['postprocess'],
): Mask {
  const limit = Math.round(smallObjectFraction * mask.data.length);
  const large = removeSmallObjects(fillHoles(mask), limit);
  return mostObjects === undefined ? large : keepLargest(large, mostObjects);
}

/** Share of the picture inside the mask, 0 to 1. */
export function coverage(mask: Mask): number {
  return mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length;
}
