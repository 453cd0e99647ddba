/**
 * Grad-CAM maps scaled to [0, 1] by their common maximum, so that classes stay comparable; maps
 * that are zero everywhere stay so.
 */
export function scaleHeat(maps: readonly Float32Array[]): Float32Array[] {
  let hottest = 0;
  for (const map of maps) for (const value of map) hottest = Math.max(hottest, value);
  return maps.map((map) => (hottest > 0 ? map.map((value) => value / hottest) : map.slice()));
}
