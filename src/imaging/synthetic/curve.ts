/** A point in the unit square of the film: u to the right, v down. */
export type Point = readonly [u: number, v: number];

/** Steps between two control points. */
const STEPS = 24;

/** Smooth open curve through all points (uniform Catmull-Rom spline). */
export function openCurve(points: readonly Point[]): Point[] {
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))] as Point;
  const curve = Array.from({ length: (points.length - 1) * STEPS }, (_, i) => spline(at, i));
  return [...curve, at(points.length - 1)];
}

/** Smooth closed curve through all points. */
export function closedCurve(points: readonly Point[]): Point[] {
  const at = (i: number): Point => points[(i + points.length) % points.length] as Point;
  return Array.from({ length: points.length * STEPS }, (_, i) => spline(at, i));
}

function spline(at: (i: number) => Point, step: number): Point {
  const i = Math.floor(step / STEPS);
  const t = step / STEPS - i;
  const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
  const mix = (p: number, q: number, r: number, s: number): number =>
    q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
  return [mix(a[0], b[0], c[0], d[0]), mix(a[1], b[1], c[1], d[1])];
}

/** Points mirrored about the film's midline. */
export function mirrored(points: readonly Point[]): Point[] {
  return points.map(([u, v]) => [1 - u, v]);
}
