import { connectedComponents } from '../connected-components.ts';
import type { Mask } from '../film.ts';
import type { MaskPoint } from './brush.ts';

function regionAt(mask: Mask, { xMaskPx, yMaskPx }: MaskPoint) {
  const [x, y] = [Math.floor(xMaskPx), Math.floor(yMaskPx)];
  if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) return null;
  const value = mask.data[y * mask.width + x] as 0 | 1;
  const { labels } = connectedComponents(mask, value);
  return { value, labels, label: labels[y * mask.width + x] as number };
}

/** Whether a label is found along the mask's border. */
function touchesBorder({ width, height }: Mask, labels: Int32Array, label: number): boolean {
  for (let x = 0; x < width; x++) {
    if (labels[x] === label || labels[(height - 1) * width + x] === label) return true;
  }
  for (let y = 0; y < height; y++) {
    if (labels[y * width] === label || labels[y * width + width - 1] === label) return true;
  }
  return false;
}

/**
 * Fills the 4-connected gap that holds the point: a hole, or what a drawn outline closes in. Null
 * where the point lies in the mask already, beside it, or in a gap that is open to the border.
 */
export function fillGap(mask: Mask, at: MaskPoint): Mask | null {
  const region = regionAt(mask, at);
  if (region?.value !== 0 || touchesBorder(mask, region.labels, region.label)) return null;
  const data = mask.data.map((value, i) => (region.labels[i] === region.label ? 1 : value));
  return { ...mask, data };
}

/** Takes away the 4-connected piece that holds the point; null where there is none. */
export function removePiece(mask: Mask, at: MaskPoint): Mask | null {
  const region = regionAt(mask, at);
  if (region?.value !== 1) return null;
  const data = mask.data.map((value, i) => (region.labels[i] === region.label ? 0 : value));
  return { ...mask, data };
}
