import { INFERNO } from '../../../imaging/colour-map.ts';
import { heatToRgba, upsampleHeat } from '../../../imaging/heat-overlay.ts';
import type { HeatMap } from '../../../pipeline/study.ts';
import { type Layer, layer } from './film-canvas.ts';

/** Fine enough that the browser's own scaling adds no visible steps to a grid of 7 x 7. */
const SIDE_PX = 256;

/**
 * A heat map as a square layer, clear where it is cold, and where it is below the threshold (0 to
 * 1); stretched over the film when drawn.
 */
export function heatLayer(heat: HeatMap, threshold = 0): Layer {
  const fine = upsampleHeat(heat, SIDE_PX, SIDE_PX);
  const kept = { ...fine, data: fine.data.map((value) => (value < threshold ? 0 : value)) };
  return layer(SIDE_PX, SIDE_PX, heatToRgba(kept, INFERNO, 1));
}
