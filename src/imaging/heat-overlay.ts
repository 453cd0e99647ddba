import type { ShareRect } from './black-out.ts';
import type { ColourMap } from './colour-map.ts';
import type { GreyImage } from './film.ts';
import { resample } from './resample.ts';

/** A coarse heat map of side x side cells, scaled to [0, 1]. */
export interface HeatGrid {
  readonly side: number;
  readonly data: Float32Array;
  /** The part of the film that the cells cover; absent where they cover all of it. */
  readonly box?: ShareRect;
}

/**
 * Bilinear upsampling of a heat map to width x height pixels of the whole film, in [0, 1]; zero
 * outside its box. The one way from a map to the film, whatever its network saw of it.
 */
export function upsampleHeat(heat: HeatGrid, width: number, height: number): GreyImage {
  return heat.box
    ? upsampleBoxed(heat, heat.box, width, height)
    : resample({ width: heat.side, height: heat.side, data: heat.data }, width, height);
}

/** Two cells between whose centres a pixel's centre lies, and how far it is from the first. */
interface Between {
  readonly first: number;
  readonly second: number;
  readonly share: number;
}

/** Of each pixel along one axis; null for pixels whose centres lie outside the box. */
function alongAxis(pixels: number, side: number, start: number, length: number) {
  return Array.from({ length: pixels }, (_, i): Between | null => {
    const inBox = ((i + 0.5) / pixels - start) / length;
    if (inBox < 0 || inBox >= 1) return null;
    const cell = Math.min(side - 1, Math.max(0, inBox * side - 0.5));
    const first = Math.floor(cell);
    return { first, second: Math.min(side - 1, first + 1), share: cell - first };
  });
}

function upsampleBoxed(
  { side, data: cells }: HeatGrid,
  box: ShareRect,
  width: number,
  height: number,
): GreyImage {
  const columns = alongAxis(width, side, box.left, box.width);
  const data = new Float32Array(width * height);
  alongAxis(height, side, box.top, box.height).forEach((row, y) => {
    if (!row) return;
    const mixed = Float32Array.from({ length: side }, (_, x) => {
      const above = cells[row.first * side + x] as number;
      return above + ((cells[row.second * side + x] as number) - above) * row.share;
    });
    columns.forEach((column, x) => {
      if (!column) return;
      const before = mixed[column.first] as number;
      data[y * width + x] = before + ((mixed[column.second] as number) - before) * column.share;
    });
  });
  return { width, height, data };
}

/** Heat in [0, 1] as 8-bit grey, 255 the hottest. */
export function heatToGrey8(heat: GreyImage): Uint8ClampedArray {
  return Uint8ClampedArray.from(heat.data, (value) => value * 255);
}

/**
 * Heat in [0, 1] as RGBA, row by row. Cold pixels are clear and hot ones as opaque as `opacity`
 * (0 to 1) says, so that the film shows through where nothing was found.
 */
export function heatToRgba(
  heat: GreyImage,
  colours: ColourMap,
  opacity: number,
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(heat.data.length * 4);
  for (let i = 0; i < heat.data.length; i++) {
    const value = Math.min(1, Math.max(0, heat.data[i] as number));
    const entry = Math.round(value * 255) * 3;
    out[i * 4] = colours.rgb[entry] as number;
    out[i * 4 + 1] = colours.rgb[entry + 1] as number;
    out[i * 4 + 2] = colours.rgb[entry + 2] as number;
    out[i * 4 + 3] = value * opacity * 255;
  }
  return out;
}
