import type { Mask } from '../film.ts';
import type { Disc } from './brush.ts';

/** For each row from -ry to ry of an ellipse, how far it reaches to either side, in whole pixels. */
function reaches({ rxMaskPx: rx, ryMaskPx: ry }: Disc): number[] {
  const rows = Math.floor(ry);
  return Array.from({ length: 2 * rows + 1 }, (_, i) => {
    const y = i - rows;
    // A hair more, so that whole radii keep their outermost pixels.
    return Math.floor(rx * Math.sqrt(Math.max(0, 1 - (y / ry) ** 2)) + 1e-9);
  });
}

/** Every pixel with a pixel of `value` under the ellipse around it gets that value, in a copy. */
function spread(mask: Mask, disc: Disc, value: 0 | 1): Mask {
  const { width, height, data } = mask;
  const out = data.slice();
  const reach = reaches(disc);
  const rows = (reach.length - 1) / 2;
  // Each run of pixels in a row spreads as a whole: its ends reach further, its middle is inside.
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== value) continue;
      let end = x;
      while (end + 1 < width && data[y * width + end + 1] === value) end++;
      for (let i = 0; i < reach.length; i++) {
        const row = y + i - rows;
        if (row < 0 || row >= height) continue;
        const side = reach[i] as number;
        out.fill(
          value,
          row * width + Math.max(0, x - side),
          row * width + Math.min(width - 1, end + side) + 1,
        );
      }
      x = end;
    }
  }
  return { width, height, data: out };
}

/** Dilation by an ellipse: skimage's `binary_dilation` with its footprint. */
export function growMask(mask: Mask, disc: Disc): Mask {
  return spread(mask, disc, 1);
}

/** Erosion by an ellipse: skimage's `binary_erosion`, by which what lies beyond the border is inside. */
export function shrinkMask(mask: Mask, disc: Disc): Mask {
  return spread(mask, disc, 0);
}
