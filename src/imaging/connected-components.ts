import type { Mask } from './film.ts';

/** 4-connected regions of equal pixels: label 0 where `value` is not met, else 1, 2, ... */
export interface Components {
  readonly labels: Int32Array;
  /** Pixels of each label; areas[0] counts the pixels outside. */
  readonly areas: readonly number[];
}

/** Labels the 4-connected regions of the mask's pixels that equal `value`, in reading order. */
export function connectedComponents(mask: Mask, value: 0 | 1): Components {
  const { width, height, data } = mask;
  const labels = new Int32Array(data.length);
  const areas = [0];
  const queue = new Int32Array(data.length);
  for (let seed = 0; seed < data.length; seed++) {
    if (data[seed] !== value || labels[seed] !== 0) continue;
    const label = areas.length;
    let end = 0;
    const visit = (index: number): void => {
      if (data[index] !== value || labels[index] !== 0) return;
      labels[index] = label;
      queue[end++] = index;
    };
    visit(seed);
    for (let next = 0; next < end; next++) {
      const index = queue[next] as number;
      const x = index % width;
      if (x > 0) visit(index - 1);
      if (x < width - 1) visit(index + 1);
      if (index >= width) visit(index - width);
      if (index < width * (height - 1)) visit(index + width);
    }
    areas.push(end);
  }
  areas[0] = data.length - areas.reduce((sum, area) => sum + area, 0);
  return { labels, areas };
}
