import type { GreyImage } from '../../imaging/film.ts';
import { greyRange } from '../../imaging/grey-range.ts';
import { percentiles } from '../../imaging/percentiles.ts';

/** Of 256 grey steps between the 1st and 99th percentile; the flattest training film has 62. */
const SMALLEST_CONTRAST = 8 / 255;

/** Depths at which detectors and files hold greys, in bits. */
const DEPTHS = [8, 10, 12, 14, 16];

/**
 * The brightest grey of the film's own depth: the least of the usual ones that holds its greys.
 * A 12-bit film in a 16-bit file is not flat for using a sixteenth of the file's range.
 */
function brightestOf(image: GreyImage): number {
  const { high } = greyRange(image.data);
  const depth = DEPTHS.find((bits) => high <= 2 ** bits - 1) ?? 16;
  return 2 ** depth - 1;
}

/** Whether a film, already resampled, is constant or nearly so. */
export function isBlank(image: GreyImage): boolean {
  const [dark = 0, bright = 0] = percentiles(image.data, [0.01, 0.99]);
  return bright - dark < SMALLEST_CONTRAST * brightestOf(image);
}
