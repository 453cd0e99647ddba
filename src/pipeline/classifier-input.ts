import type { ShareRect } from '../imaging/black-out.ts';
import { cropGrey, cropMask, type PixelBox } from '../imaging/crop.ts';
import type { GreyImage, Mask } from '../imaging/film.ts';
import { lungBox } from '../imaging/lung-box.ts';
import { lungGreys } from '../imaging/lung-greys.ts';
import { minMax } from '../imaging/min-max.ts';
import { resample } from '../imaging/resample.ts';
import { resampleMask } from '../imaging/resample-mask.ts';
import type { ClassifierCard } from '../models/card.ts';

type Wanted = ClassifierCard['input'];

/** What the classifier sees: the film inside the lungs, in [0, 1], and the mask, 0 or 1. */
export interface ClassifierInput {
  readonly film: Float32Array;
  readonly mask: Float32Array;
  /** The part of the film that its square shows; null for all of it. */
  readonly box: ShareRect | null;
}

/** The square that films are squashed to before they are cut to the lungs' box, as in training. */
const BOXED_FILM_PX = 224;

/** The square that a film is squashed to first, whatever its shape; pixels. */
export function filmSquarePx({ size, framing }: Pick<Wanted, 'size' | 'framing'>): number {
  return framing === 'lung-box' ? BOXED_FILM_PX : size;
}

const ofSquare = ({ left, top, width, height }: PixelBox, side: number): ShareRect => ({
  left: left / side,
  top: top / side,
  width: width / side,
  height: height / side,
});

function scaled(film: GreyImage, mask: Mask, range: Wanted['range']): GreyImage {
  if (range === '0.5-99.5 %') return lungGreys(film, mask);
  return minMax({ ...film, data: film.data.map((grey, i) => grey * (mask.data[i] as number)) });
}

/**
 * Film and lungs squashed to a square, cut to the lungs' box where the card says so, and the greys
 * scaled as it says: `min_max(film * mask)`, or by the range of the lungs alone; as in
 * training/manet/data.
 */
export function classifierInput(film: GreyImage, lungs: Mask, wanted: Wanted): ClassifierInput {
  const { size, range, framing } = wanted;
  const side = filmSquarePx(wanted);
  const square = resample(film, side, side);
  const mask = resampleMask(lungs, side, side);
  if (framing !== 'lung-box') {
    const seen = scaled(square, mask, range);
    return { film: seen.data, mask: Float32Array.from(mask.data), box: null };
  }
  const box = lungBox(mask);
  const boxedMask = resampleMask(cropMask(mask, box), size, size);
  const seen = scaled(resample(cropGrey(square, box), size, size), boxedMask, range);
  return { film: seen.data, mask: Float32Array.from(boxedMask.data), box: ofSquare(box, side) };
}
