import { connectedComponents } from './connected-components.ts';
import type { Mask } from './film.ts';

/** Drops 4-connected objects of at most `maxSize` pixels: skimage's `remove_small_objects`. */
export function removeSmallObjects(mask: Mask, maxSize: number): Mask {
  const { labels, areas } = connectedComponents(mask, 1);
  return {
    ...mask,
    data: mask.data.map((value, i) =>
      value && (areas[labels[i] as number] as number) > maxSize ? 1 : 0,
    ),
  };
}
