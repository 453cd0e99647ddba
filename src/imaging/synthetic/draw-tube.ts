import type { Point } from './curve.ts';

/** A round bone or vessel seen from the front. */
export interface Tube {
  readonly curve: readonly Point[];
  /** Half width, in the unit square, at share t (0 to 1) of the curve. */
  readonly radius: (t: number) => number;
  /** Grey added in the middle of a solid tube at share t. */
  readonly grey: (t: number) => number;
  /** Radius of the marrow as a share of the tube's: a bone's edges are brighter than its middle. */
  readonly marrow: number;
}

/** How much less marrow attenuates than cortical bone, as a share. */
const MARROW_LOSS = 0.6;

/** Adds a tube's shadow to a side x side picture; where the tube overlaps itself it counts once. */
export function drawTube(picture: Float32Array, side: number, tube: Tube): void {
  const { curve, radius, grey, marrow } = tube;
  const last = curve.length - 1;
  const widest = Math.max(...curve.map((_, i) => radius(i / last)));
  const left = lowest(curve, 0, side, widest);
  const top = lowest(curve, 1, side, widest);
  const right = highest(curve, 0, side, widest);
  const bottom = highest(curve, 1, side, widest);
  const columns = right - left + 1;
  if (columns <= 0 || bottom < top) return;
  // Distance to the axis over the radius, squared, and the share t of the nearest axis point.
  const distance = new Float32Array(columns * (bottom - top + 1)).fill(1);
  const nearest = new Float32Array(distance.length);

  for (let i = 0; i < last; i++) {
    const [u0, v0] = curve[i] as Point;
    const [u1, v1] = curve[i + 1] as Point;
    const [du, dv] = [u1 - u0, v1 - v0];
    const lengthSquared = Math.max(du * du + dv * dv, 1e-12);
    const segment: Point[] = [
      [u0, v0],
      [u1, v1],
    ];
    const reach = radius(i / last);
    const endY = highest(segment, 1, side, reach);
    const endX = highest(segment, 0, side, reach);
    for (let y = lowest(segment, 1, side, reach); y <= endY; y++) {
      const v = (y + 0.5) / side - v0;
      for (let x = lowest(segment, 0, side, reach); x <= endX; x++) {
        const u = (x + 0.5) / side - u0;
        const along = Math.min(1, Math.max(0, (u * du + v * dv) / lengthSquared));
        const squared = ((u - along * du) ** 2 + (v - along * dv) ** 2) / reach ** 2;
        const index = (y - top) * columns + x - left;
        if (squared >= (distance[index] as number)) continue;
        distance[index] = squared;
        nearest[index] = (i + along) / last;
      }
    }
  }

  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const index = (y - top) * columns + x - left;
      const squared = distance[index] as number;
      if (squared >= 1) continue;
      const inside = Math.sqrt(Math.max(0, marrow ** 2 - squared));
      const thickness = Math.sqrt(1 - squared) - MARROW_LOSS * inside;
      const pixel = y * side + x;
      picture[pixel] = (picture[pixel] as number) + thickness * grey(nearest[index] as number);
    }
  }
}

function lowest(points: readonly Point[], axis: 0 | 1, side: number, reach: number): number {
  const low = Math.min(...points.map((point) => point[axis]));
  return Math.max(0, Math.floor((low - reach) * side));
}

function highest(points: readonly Point[], axis: 0 | 1, side: number, reach: number): number {
  const high = Math.max(...points.map((point) => point[axis]));
  return Math.min(side - 1, Math.ceil((high + reach) * side));
}
