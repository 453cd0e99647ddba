import type { GreyImage } from './film.ts';
import type { FrameSides } from './frame-sides.ts';
import { greyRange } from './grey-range.ts';

/** Of the picture's range of greys: what JPEG and resampling leave of one grey. */
const TOLERANCE = 0.02;

/** Of a line's pixels: letters and dust may differ. */
const LEAST_SHARE = 0.98;

/** In pixels: a film must not become too small to be read (`film-too-small`) for want of its frame. */
const SMALLEST_SIDE_PX = 128;

/** Of a side: thinner strips are no frame. */
const THINNEST = 0.01;

/** Of a side: what remains must be a picture still. */
const LEAST_LEFT = 1 / 3;

/** Of the range of greys: up to here a frame is black. */
const BLACK = 0.1;

type Line = (index: number) => { readonly from: number; readonly step: number; readonly n: number };

/** Lines from index 0 on of which nearly all pixels have this grey. */
function countLines(
  { data }: GreyImage,
  line: Line,
  most: number,
  grey: number,
  tolerance: number,
): number {
  for (let index = 0; index < most; index++) {
    const { from, step, n } = line(index);
    let like = 0;
    for (let i = 0; i < n; i++) {
      if (Math.abs((data[from + i * step] as number) - grey) <= tolerance) like += 1;
    }
    if (like < LEAST_SHARE * n) return index;
  }
  return most;
}

/** The strips of one grey around a picture; columns are looked at between the rows that remain. */
function stripsOf(image: GreyImage, grey: number, tolerance: number): FrameSides {
  const { width, height } = image;
  const count = (line: Line, most: number) => countLines(image, line, most, grey, tolerance);
  const row = (y: number) => ({ from: y * width, step: 1, n: width });
  const top = count(row, height);
  const bottom = count((i) => row(height - 1 - i), height - top);
  const column = (x: number) => ({ from: top * width + x, step: width, n: height - top - bottom });
  if (top + bottom === height) return { left: 0, top, right: 0, bottom };
  const left = count(column, width);
  const right = count((i) => column(width - 1 - i), width - left);
  return { left, top, right, bottom };
}

/** Half way up the sorted greys of a picture's outermost line. */
function greyOfLine({ data }: GreyImage, from: number, step: number, n: number): number {
  const greys = Float32Array.from({ length: n }, (_, i) => data[from + i * step] as number).sort();
  return greys[n >> 1] ?? 0;
}

/** Drops strips too thin to be a frame; null where nothing remains, or too little of the picture. */
function sift({ width, height }: GreyImage, sides: FrameSides): FrameSides | null {
  const thick = (lines: number, side: number) => (lines >= THINNEST * side ? lines : 0);
  const left = thick(sides.left, width);
  const right = thick(sides.right, width);
  const top = thick(sides.top, height);
  const bottom = thick(sides.bottom, height);
  const least = (side: number) => Math.max(LEAST_LEFT * side, SMALLEST_SIDE_PX);
  const enough = width - left - right >= least(width) && height - top - bottom >= least(height);
  return enough && left + right + top + bottom > 0 ? { left, top, right, bottom } : null;
}

/** Black lies beside the body on many films: it is a frame on three sides, or on two opposite ones. */
const surrounds = ({ left, top, right, bottom }: FrameSides): boolean =>
  (left > 0 && right > 0) || (top > 0 && bottom > 0);

const lines = ({ left, top, right, bottom }: FrameSides) => left + top + right + bottom;

/**
 * The frame of one grey, white, black or between, in which a film lies, as on a printed sheet or a
 * screenshot; null where there is none.
 */
export function findFrame(image: GreyImage): FrameSides | null {
  const { width, height, data } = image;
  const { low, high } = greyRange(data);
  const greys = [
    greyOfLine(image, 0, 1, width),
    greyOfLine(image, (height - 1) * width, 1, width),
    greyOfLine(image, 0, width, height),
    greyOfLine(image, width - 1, width, height),
  ];
  const found = greys.flatMap((grey) => {
    const sides = sift(image, stripsOf(image, grey, TOLERANCE * (high - low)));
    const isBlack = grey <= low + BLACK * (high - low);
    return sides && (!isBlack || surrounds(sides)) ? [sides] : [];
  });
  return found.toSorted((a, b) => lines(b) - lines(a))[0] ?? null;
}
