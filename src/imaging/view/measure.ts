import type { PixelSpacing } from '../dicom-facts.ts';
import type { FilmPoint } from './points.ts';

/** Distance between two points of a film, in film pixels. */
export function lengthFilmPx(from: FilmPoint, to: FilmPoint): number {
  return Math.hypot(to.xFilmPx - from.xFilmPx, to.yFilmPx - from.yFilmPx);
}

/**
 * The same in millimetres, where the spacing was measured: on a detector's face bodies look larger
 * (PS3.3 10.7.1.3). Rows and columns may be spaced differently.
 */
export function lengthMm(from: FilmPoint, to: FilmPoint, spacing: PixelSpacing): number {
  return Math.hypot(
    (to.xFilmPx - from.xFilmPx) * spacing.columnMm,
    (to.yFilmPx - from.yFilmPx) * spacing.rowMm,
  );
}
