import type { GreyImage } from '../../imaging/film.ts';

/** What every decoder returns: grey pixels from 0 to `maxValue`, 255 or 65535. */
export interface Picture extends GreyImage {
  readonly maxValue: 255 | 65535;
}
