import type { GreyImage } from './film.ts';

/** A rectangle of a picture, as shares of its width and height from 0 to 1. */
export interface ShareRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A copy with every pixel that a rectangle touches at 0. */
export function blackOut<T extends GreyImage>(image: T, rects: readonly ShareRect[]): T {
  const { width, height } = image;
  const data = Float32Array.from(image.data);
  const clamp = (value: number, max: number) => Math.min(max, Math.max(0, value));
  for (const rect of rects) {
    const x0 = clamp(Math.floor(rect.left * width), width);
    const x1 = clamp(Math.ceil((rect.left + rect.width) * width), width);
    const y0 = clamp(Math.floor(rect.top * height), height);
    const y1 = clamp(Math.ceil((rect.top + rect.height) * height), height);
    for (let y = y0; y < y1; y += 1) data.fill(0, y * width + x0, y * width + x1);
  }
  return { ...image, data };
}
