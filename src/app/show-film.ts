import type { Film } from '../imaging/film.ts';
import { resample } from '../imaging/resample.ts';
import { startWindow } from '../imaging/view/start-window.ts';
import { applyWindow } from '../imaging/window-level.ts';
import type { ShownFilm } from '../platform/worker-bridge/shown-film.ts';

/** A megabyte a film: hundreds fit. The film on screen comes at full size from the display worker. */
const MAX_SIDE_PX = 1024;

/** A decoded film -> the picture that the page keeps, in the window that the film starts with. */
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
      grey8: applyWindow(small, startWindow(film)),
    },
  };
}
