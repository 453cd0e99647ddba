import { connectedComponents } from './connected-components.ts';
import { hullArea, type Point } from './convex-hull.ts';
import type { Mask } from './film.ts';

/** One 4-connected part of a mask; lengths and places as shares of the film's sides. */
export interface LungPart {
  /** Share of the mask's area. */
  readonly share: number;
  readonly height: number;
  readonly centreX: number;
  readonly centreY: number;
  /** Area as a share of its convex hull's: 1 for a shape without dents. */
  readonly solidity: number;
}

/** Parts below this share of the mask are specks. */
const SPECK = 0.02;

/** The corners of each row's outermost pixels: what the hull of a part needs of it. */
function outline(first: Int32Array, last: Int32Array, top: number, bottom: number): Point[] {
  const points: Point[] = [];
  for (let y = top; y <= bottom; y++) {
    const [left, right] = [first[y] as number, (last[y] as number) + 1];
    points.push([left, y], [left, y + 1], [right, y], [right, y + 1]);
  }
  return points;
}

function describe(labels: Int32Array, label: number, area: number, mask: Mask, share: number) {
  const { width, height } = mask;
  const first = new Int32Array(height).fill(width);
  const last = new Int32Array(height).fill(-1);
  let [sumX, sumY, top, bottom] = [0, 0, height, -1];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue;
    const x = i % width;
    const y = (i - x) / width;
    sumX += x + 0.5;
    sumY += y + 0.5;
    top = Math.min(top, y);
    bottom = y;
    first[y] = Math.min(first[y] as number, x);
    last[y] = Math.max(last[y] as number, x);
  }
  return {
    share,
    height: (bottom - top + 1) / height,
    centreX: sumX / area / width,
    centreY: sumY / area / height,
    solidity: area / hullArea(outline(first, last, top, bottom)),
  };
}

/** The parts of a mask of lungs, the largest first, specks left out. */
export function lungParts(mask: Mask): LungPart[] {
  const { labels, areas } = connectedComponents(mask, 1);
  const total = areas.slice(1).reduce((sum, area) => sum + area, 0);
  return areas
    .map((area, label) => ({ area, label, share: area / total }))
    .slice(1)
    .filter(({ share }) => share >= SPECK)
    .toSorted((a, b) => b.area - a.area)
    .map(({ area, label, share }) => describe(labels, label, area, mask, share));
}
