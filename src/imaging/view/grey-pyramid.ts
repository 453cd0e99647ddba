import type { Film } from '../film.ts';

/** Whole greys of a film at one scale, row by row from the top left. */
export interface GreyLevel {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint16Array;
}

/** Below this side a further halving saves nothing. */
const SMALLEST_SIDE_PX = 512;

/** Means of 2 x 2 pixels; an odd last row or column is averaged alone. */
export function halve({ width, height, data }: GreyLevel): GreyLevel {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const out =
    data instanceof Uint8Array
      ? new Uint8Array(halfWidth * halfHeight)
      : new Uint16Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    const upper = 2 * y * width;
    const lower = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < halfWidth; x++) {
      const left = 2 * x;
      const right = Math.min(left + 1, width - 1);
      const sum =
        (data[upper + left] as number) +
        (data[upper + right] as number) +
        (data[lower + left] as number) +
        (data[lower + right] as number);
      out[y * halfWidth + x] = (sum + 2) >> 2;
    }
  }
  return { width: halfWidth, height: halfHeight, data: out };
}

/**
 * A film's greys, rounded, at full size and at halves of it down to about 512 pixels: what is drawn
 * small is drawn from a level near its size, without aliasing.
 */
export function greyPyramid({ width, height, data, maxValue }: Film): GreyLevel[] {
  const whole = maxValue > 255 ? new Uint16Array(data.length) : new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) whole[i] = (data[i] as number) + 0.5;
  let level: GreyLevel = { width, height, data: whole };
  const levels = [level];
  while (Math.max(level.width, level.height) >= 2 * SMALLEST_SIDE_PX) {
    level = halve(level);
    levels.push(level);
  }
  return levels;
}

/** The coarsest level that still has a pixel for each device pixel when drawn at `scale`. */
export function levelFor(devicePxPerFilmPx: number, levels: number): number {
  const wanted = Math.floor(Math.log2(1 / devicePxPerFilmPx) + 1e-9);
  return Math.min(levels - 1, Math.max(0, wanted));
}
