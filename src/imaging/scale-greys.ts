import type { GreyImage } from './film.ts';
import { minMax } from './min-max.ts';
import { clipInto, robustRange } from './robust-range.ts';

/** How a network's input comes to lie in [0, 1]: from the film's extremes, or from its robust range. */
export const SCALINGS = ['min-max', '0.5-99.5 %'] as const;

export type Scaling = (typeof SCALINGS)[number];

/** A film scaled to [0, 1] in the way that a network was trained with; a constant film becomes zeros. */
export function scaleGreys(image: GreyImage, scaling: Scaling): GreyImage {
  if (scaling === 'min-max') return minMax(image);
  return { ...image, data: clipInto(image.data, robustRange(image.data)) };
}
