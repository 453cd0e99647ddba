import type { GreyImage, Mask } from './film.ts';
import { resampleMask } from './resample-mask.ts';

/** The film kept only inside the mask, black elsewhere; the mask is first brought to film size. */
export function cutOut(film: GreyImage, mask: Mask): GreyImage {
  const { width, height } = film;
  const keep = resampleMask(mask, width, height).data;
  return { width, height, data: film.data.map((grey, i) => (keep[i] ? grey : 0)) };
}
