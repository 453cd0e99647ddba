import type { Point } from './curve.ts';

/** Pixels of a side x side picture whose centres lie inside the polygon (even-odd): 1, else 0. */
export function fillPolygon(polygon: readonly Point[], side: number): Float32Array {
  const out = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    const v = (y + 0.5) / side;
    const crossings = polygon
      .flatMap(([u0, v0], i) => {
        const [u1, v1] = polygon[(i + 1) % polygon.length] as Point;
        return v0 > v !== v1 > v ? [u0 + ((v - v0) / (v1 - v0)) * (u1 - u0)] : [];
      })
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] as number) * side - 0.5));
      const to = Math.min(side, Math.ceil((crossings[i + 1] as number) * side - 0.5));
      out.fill(1, y * side + from, Math.max(y * side + from, y * side + to));
    }
  }
  return out;
}
