import type { Film } from '../imaging/film.ts';
import { resample } from '../imaging/resample.ts';
import { applyWindow, defaultWindow } from '../imaging/window-level.ts';
import type { ShownFilm } from '../platform/worker-bridge/shown-film.ts';

/** Enough to fill the largest view on a 2560 x 1440 screen. */
const MAX_SIDE_PX = 2048;

/** A decoded film -> the windowed picture that the page shows. */
export function showFilm(film: Film): ShownFilm {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(film.width, film.height));
  const small =
    scale === 1
      ? film
      : resample(
          film,
          Math.max(1, Math.round(film.width * scale)),
          Math.max(1, Math.round(film.height * scale)),
        );
  return {
    name: film.name,
    format: film.format,
    widthFilmPx: film.width,
    heightFilmPx: film.height,
    maxValue: film.maxValue,
    ...(film.dicom && { dicom: film.dicom }),
    picture: {
      width: small.width,
      height: small.height,
      grey8: applyWindow(small, defaultWindow(small)),
    },
  };
}
