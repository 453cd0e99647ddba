import { connectedComponents } from './connected-components.ts';
import type { Mask } from './film.ts';

/** Fills background regions (4-connected) that do not touch the border: scipy's `binary_fill_holes`. */
export function fillHoles(mask: Mask): Mask {
  const { width, height, data } = mask;
  const { labels, areas } = connectedComponents(mask, 0);
  const open = new Uint8Array(areas.length);
  for (let x = 0; x < width; x++) {
    open[labels[x] as number] = 1;
    open[labels[(height - 1) * width + x] as number] = 1;
  }
  for (let y = 0; y < height; y++) {
    open[labels[y * width] as number] = 1;
    open[labels[y * width + width - 1] as number] = 1;
  }
  return {
    width,
    height,
    data: data.map((value, i) => (value || !open[labels[i] as number] ? 1 : 0)),
  };
}
