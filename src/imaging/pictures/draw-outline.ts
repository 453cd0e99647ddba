import type { GreyImage } from '../film.ts';
import { blendPixel, type Rgb, type RgbImage } from './rgb-image.ts';

/**
 * Draws the line along which a field of the picture's size crosses one half, `penPx` wide, with soft
 * edges: the distance to it is, to first order, (field - 1/2) over the field's slope.
 */
export function drawOutline(
  { width, height, rgb }: RgbImage,
  field: GreyImage,
  colour: Rgb,
  penPx: number,
): void {
  const at = (x: number, y: number) =>
    field.data[
      Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))
    ] as number;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const slope = Math.hypot(at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1)) / 2;
      if (slope < 1e-6) continue;
      const distancePx = Math.abs(at(x, y) - 0.5) / slope;
      const cover = Math.min(1, penPx / 2 + 0.5 - distancePx);
      if (cover > 0) blendPixel(rgb, y * width + x, colour, cover);
    }
  }
}
