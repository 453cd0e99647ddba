import type { GreyImage, Mask } from './film.ts';
import { clipInto, robustRange } from './robust-range.ts';

/**
 * The 0.5 to 99.5 % range of the greys inside the mask, which has the film's size, scaled to [0, 1];
 * zero outside. So neither the film's black, nor its window, nor what lies beside the lungs changes
 * what is seen of them. All zeros for an empty mask.
 */
export function lungGreys(film: GreyImage, mask: Mask): GreyImage {
  const range = robustRange(film.data.filter((_, i) => mask.data[i]));
  const scaled = clipInto(film.data, range);
  return { ...film, data: scaled.map((grey, i) => (mask.data[i] ? grey : 0)) };
}
