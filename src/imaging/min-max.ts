import type { GreyImage } from './film.ts';
import { greyRange } from './grey-range.ts';

/** Spans below this count as constant, as in training/manet/data/films.py `min_max`. */
const SMALLEST_SPAN = 1e-6;

/** A film scaled to [0, 1]; a constant film becomes zeros. */
export function minMax(image: GreyImage): GreyImage {
  const { low, high } = greyRange(image.data);
  const span = Math.max(high - low, SMALLEST_SPAN);
  return { ...image, data: image.data.map((value) => (value - low) / span) };
}
