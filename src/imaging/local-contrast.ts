import { boxMean } from './box-mean.ts';
import type { GreyImage } from './film.ts';

/** Added to the standard deviation, so that flat parts stay flat. */
const FLOOR = 0.02;

/** Standard deviations that become black and white. */
const MOST = 2.5;

/**
 * A film in [0, 1] with its local contrast evened: every pixel is told by how far it lies from the
 * mean of the square of 2 `reach` + 1 pixels around it, in standard deviations, in [0, 1] again. As
 * training/manet/data/second_look.py; throws RangeError where `reach` is the film's shorter side or more.
 */
export function localContrast(film: GreyImage, reach: number): GreyImage {
  const { width, height } = film;
  const greys = Float64Array.from(film.data);
  const means = boxMean(greys, width, height, reach);
  const squares = boxMean(
    greys.map((grey) => grey * grey),
    width,
    height,
    reach,
  );
  const data = film.data.map((grey, i) => {
    const mean = means[i] as number;
    const deviation = Math.sqrt(Math.max((squares[i] as number) - mean * mean, 0));
    const distance = (grey - mean) / (deviation + FLOOR);
    return (Math.min(Math.max(distance, -MOST), MOST) + MOST) / (2 * MOST);
  });
  return { width, height, data };
}
