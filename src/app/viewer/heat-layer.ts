import { INFERNO } from '../../imaging/colour-map.ts';
import { heatToRgba, upsampleHeat } from '../../imaging/heat-overlay.ts';
import type { HeatMap } from '../../pipeline/study.ts';
import { type Layer, layer } from './film-canvas.ts';

/** Fine enough that the browser's own scaling adds no visible steps to a grid of 7 x 7. */
const SIDE_PX = 256;

/** A heat map as a square layer, clear where it is cold; stretched over the film when drawn. */
export function heatLayer(heat: HeatMap): Layer {
  return layer(SIDE_PX, SIDE_PX, heatToRgba(upsampleHeat(heat, SIDE_PX, SIDE_PX), INFERNO, 1));
}
