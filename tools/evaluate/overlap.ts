import type { Mask } from '../../src/imaging/film.ts';

export interface Overlap {
  /** Intersection over union (Jaccard), 1 where both masks are empty. */
  readonly iou: number;
  /** 2 x intersection / (sum of both), 1 where both masks are empty. */
  readonly dice: number;
}

/** How well two masks of the same size agree. Throws where the sizes differ. */
export function overlap(a: Mask, b: Mask): Overlap {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`masks of ${a.width} x ${a.height} and ${b.width} x ${b.height} pixels`);
  }
  let both = 0;
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) {
    const inA = a.data[i] as number;
    const inB = b.data[i] as number;
    both += inA & inB;
    sum += inA + inB;
  }
  if (sum === 0) return { iou: 1, dice: 1 };
  return { iou: both / (sum - both), dice: (2 * both) / sum };
}
