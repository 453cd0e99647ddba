import type { ColourMap } from './colour-map.ts';
import type { GreyImage } from './film.ts';
import { resample } from './resample.ts';

/** A coarse heat map of side x side cells, scaled to [0, 1]. */
export interface HeatGrid {
  readonly side: number;
  readonly data: Float32Array;
}

/** Bilinear upsampling of a heat map to width x height film pixels, in [0, 1]. */
export function upsampleHeat(heat: HeatGrid, width: number, height: number): GreyImage {
  return resample({ width: heat.side, height: heat.side, data: heat.data }, width, height);
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
