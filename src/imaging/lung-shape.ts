import { connectedComponents } from './connected-components.ts';
import type { Mask } from './film.ts';

/** What a mask of lungs looks like. */
export interface LungShape {
  /** Share of the film, 0 to 1. */
  readonly fraction: number;
  /** 4-connected pieces of at least a hundredth of the mask. */
  readonly count: number;
  /** Share of the mask in the film's emptier half, left or right: 0.5 where it is even. */
  readonly smallerShare: number;
  /** Share of the film's four edges that the mask lies on, 0 to 1. */
  readonly edgeShare: number;
}

/** Pieces below this share of the mask are specks. */
const SPECK = 0.01;

/** Describes a mask; an empty one has all figures 0. */
export function lungShape(mask: Mask): LungShape {
  const { width, height, data } = mask;
  let area = 0;
  let left = 0;
  let onEdge = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] !== 1) continue;
    const x = i % width;
    const y = Math.floor(i / width);
    area += 1;
    if (x < width / 2) left += 1;
    if (x === 0 || x === width - 1 || y === 0 || y === height - 1) onEdge += 1;
  }
  if (area === 0) return { fraction: 0, count: 0, smallerShare: 0, edgeShare: 0 };
  const [, ...areas] = connectedComponents(mask, 1).areas;
  return {
    fraction: area / data.length,
    count: areas.filter((one) => one >= SPECK * area).length,
    smallerShare: Math.min(left, area - left) / area,
    edgeShare: onEdge / (2 * (width + height) - 4),
  };
}
