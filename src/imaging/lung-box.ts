import type { PixelBox } from './crop.ts';
import type { Mask } from './film.ts';

/** Added to each side of the box, as a share of its height and width; as in training. */
const MARGIN = 0.04;

/** From `low` to `high`, both inside, with the margin on both sides, within `end` pixels. */
function widen(low: number, high: number, end: number): { start: number; length: number } {
  const margin = Math.floor(MARGIN * (high - low + 1) + 0.5);
  const start = Math.max(0, low - margin);
  return { start, length: Math.min(end, high + 1 + margin) - start };
}

/**
 * The smallest rectangle that holds every pixel of the mask, 4 % of its height and width wider on
 * each side, within the picture; the whole picture where the mask is empty.
 */
export function lungBox({ width, height, data }: Mask): PixelBox {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let i = 0; i < data.length; i++) {
    if (!data[i]) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return { left: 0, top: 0, width, height };
  const across = widen(left, right, width);
  const down = widen(top, bottom, height);
  return { left: across.start, top: down.start, width: across.length, height: down.length };
}
