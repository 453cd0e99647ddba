import { connectedComponents } from './connected-components.ts';
import type { Mask } from './film.ts';

/** The `count` largest 4-connected objects of a mask; of equal ones, the first in reading order. */
export function keepLargest(mask: Mask, count: number): Mask {
  const { labels, areas } = connectedComponents(mask, 1);
  const objects = areas.map((area, label) => ({ area, label })).slice(1);
  const largest = objects.toSorted((a, b) => b.area - a.area).slice(0, count);
  const kept = new Set(largest.map(({ label }) => label));
  return { ...mask, data: mask.data.map((_, i) => (kept.has(labels[i] as number) ? 1 : 0)) };
}
