import type { Mask } from './film.ts';
import { type HeatGrid, upsampleHeat } from './heat-overlay.ts';

/**
 * Share of a heat map's heat, brought to the mask's size, that lies inside the mask: 0 to 1. Null
 * for a map without any heat.
 */
export function heatInside(heat: HeatGrid, mask: Mask): number | null {
  const { data } = upsampleHeat(heat, mask.width, mask.height);
  let [inside, all] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    all += value;
    if (mask.data[i]) inside += value;
  }
  return all > 0 ? inside / all : null;
}
