import type { GreyImage } from './film.ts';
import { percentiles } from './percentiles.ts';
import { voiLinear } from './voi-linear.ts';

/** Centre and width of a window over film greys (DICOM's Window Center and Window Width). */
export interface GreyWindow {
  readonly centre: number;
  /** At least 1. */
  readonly width: number;
}

/**
 * Film greys to 8-bit display, by the LINEAR VOI LUT function. Throws RangeError for a width below 1.
 */
export function applyWindow(image: GreyImage, window: GreyWindow): Uint8ClampedArray {
  const { centre, width } = window;
  if (!(width >= 1)) throw new RangeError(`a window cannot be ${width} greys wide`);
  const apply = voiLinear(centre, width);
  const out = new Uint8ClampedArray(image.data.length);
  for (let i = 0; i < out.length; i++) out[i] = apply(image.data[i] as number) * 255;
  return out;
}

/** Shares of pixels left black and white: burned-in letters should not set the window. */
const BLACK_SHARE = 0.005;
const WHITE_SHARE = 0.995;

/** A window from the 0.5th to the 99.5th percentile: the darkest greys black, the brightest white. */
export function defaultWindow(image: GreyImage): GreyWindow {
  const [low = 0, high = 0] = percentiles(image.data, [BLACK_SHARE, WHITE_SHARE]);
  return { centre: (low + high) / 2 + 0.5, width: high - low + 1 };
}
