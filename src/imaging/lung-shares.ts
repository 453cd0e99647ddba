import { connectedComponents } from './connected-components.ts';
import type { PixelSpacing } from './dicom-facts.ts';
import type { Mask } from './film.ts';

/** How the mask's area is shared between the halves of the picture, as it is stored. */
export interface LungShares {
  /** 0 to 1; together 1. */
  readonly pictureLeft: number;
  readonly pictureRight: number;
}

/** A piece smaller than this share of the mask is no lung of its own. */
const LEAST_LUNG = 0.05;

/**
 * Shares of the lung on the left of the picture and of that on the right. Each piece goes as a whole
 * to the nearer of the two largest, by its middle; a mask in one piece is cut through its own
 * middle. Null for an empty mask.
 */
export function lungShares(mask: Mask): LungShares | null {
  const { labels, areas } = connectedComponents(mask, 1);
  const total = mask.data.length - (areas[0] as number);
  if (total === 0) return null;
  const sums = areas.map(() => 0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    sums[label] = (sums[label] as number) + (i % mask.width) + 0.5;
  }
  const pieces = areas
    .map((area, label) => ({ label, area, middle: (sums[label] as number) / area }))
    .slice(1)
    .sort((a, b) => b.area - a.area);
  const [first, second] = pieces;
  let left = 0;
  if (first && second && second.area >= LEAST_LUNG * total) {
    const cut = (first.middle + second.middle) / 2;
    for (const { area, middle } of pieces) if (middle < cut) left += area;
  } else {
    const cut = pieces.reduce((sum, { area, middle }) => sum + area * middle, 0) / total;
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] && (i % mask.width) + 0.5 < cut) left++;
    }
  }
  return { pictureLeft: left / total, pictureRight: 1 - left / total };
}

/** Area of a share of a film in cm², where its pixels' spacing was measured. */
export function areaCm2(
  share: number,
  { widthFilmPx, heightFilmPx }: { readonly widthFilmPx: number; readonly heightFilmPx: number },
  { rowMm, columnMm }: PixelSpacing,
): number {
  return (share * widthFilmPx * columnMm * heightFilmPx * rowMm) / 100;
}
