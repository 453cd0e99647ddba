import { type Contour, contours, signedArea } from '../../../imaging/contour.ts';
import type { Mask } from '../../../imaging/film.ts';

/** The lungs' outlines, smoothed, in a unit square (0 to 1 across the film, 0 to 1 down). */
export type LungPath = Path2D;

/** Mask cells between the points that are kept: fewer show steps, more round off real corners. */
const SPACING_CELLS = 4;

function* corners({ xyMaskPx }: Contour): Generator<readonly [number, number]> {
  for (let i = 0; i < xyMaskPx.length; i += 2) {
    yield [xyMaskPx[i] as number, xyMaskPx[i + 1] as number];
  }
}

/** Middles of the pixel edges' corners, thinned to one in about SPACING_CELLS. */
function thin(contour: Contour): (readonly [number, number])[] {
  const all = [...corners(contour)];
  const kept: (readonly [number, number])[] = [];
  let last: readonly [number, number] | null = null;
  for (const [i, [x, y]] of all.entries()) {
    const [nextX, nextY] = all[(i + 1) % all.length] as readonly [number, number];
    const middle = [(x + nextX) / 2, (y + nextY) / 2] as const;
    const far = !last || Math.hypot(middle[0] - last[0], middle[1] - last[1]) >= SPACING_CELLS;
    if (far) {
      kept.push(middle);
      last = middle;
    }
  }
  return kept;
}

/** A closed curve through the middles between neighbouring points, which it bends towards. */
function addSmooth(path: Path2D, points: readonly (readonly [number, number])[], mask: Mask): void {
  const at = (i: number) => points[i % points.length] as readonly [number, number];
  const x = (value: number) => value / mask.width;
  const y = (value: number) => value / mask.height;
  const middle = (i: number) =>
    [(at(i)[0] + at(i + 1)[0]) / 2, (at(i)[1] + at(i + 1)[1]) / 2] as const;
  const start = middle(0);
  path.moveTo(x(start[0]), y(start[1]));
  for (let i = 1; i <= points.length; i++) {
    const [toX, toY] = middle(i);
    path.quadraticCurveTo(x(at(i)[0]), y(at(i)[1]), x(toX), y(toY));
  }
  path.closePath();
}

/** Outlines of every object and hole of a lung mask, ready to be stroked, or clipped by 'evenodd'. */
export function lungPath(mask: Mask): LungPath {
  const path = new Path2D();
  for (const contour of contours(mask)) {
    const points = thin(contour);
    // A speck too small for a curve would vanish; it is drawn by its corners.
    const isSpeck = points.length < 4 || Math.abs(signedArea(contour)) < SPACING_CELLS ** 2;
    if (isSpeck) {
      for (const [i, [x, y]] of [...corners(contour)].entries()) {
        if (i === 0) path.moveTo(x / mask.width, y / mask.height);
        else path.lineTo(x / mask.width, y / mask.height);
      }
      path.closePath();
    } else addSmooth(path, points, mask);
  }
  return path;
}
