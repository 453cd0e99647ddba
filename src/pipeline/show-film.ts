import type { Film, GreyImage } from '../imaging/film.ts';
import { resample } from '../imaging/resample.ts';
import { startWindow } from '../imaging/view/start-window.ts';
import { applyWindow } from '../imaging/window-level.ts';
import type { ShownFilm } from './shown-film.ts';

/** A megabyte a film: hundreds fit. The film on screen comes at full size from the display worker. */
const MAX_SIDE_PX = 1024;

/** A thumbnail is drawn at some 48 pixels, on sharp screens too. */
const MAX_THUMBNAIL_PX = 128;

function shrink(image: GreyImage, maxSidePx: number): GreyImage {
  const { width, height } = image;
  const scale = Math.min(1, maxSidePx / Math.max(width, height));
  const side = (px: number) => Math.max(1, Math.round(px * scale));
  return scale === 1 ? image : resample(image, side(width), side(height));
}

/** A decoded film -> the picture that the page keeps, in the window that the film starts with. */
export function showFilm(film: Film): ShownFilm {
  const small = shrink(film, MAX_SIDE_PX);
  const window = startWindow(film);
  const draw = (image: GreyImage) => ({
    width: image.width,
    height: image.height,
    grey8: applyWindow(image, window),
  });
  return {
    name: film.name,
    format: film.format,
    widthFilmPx: film.width,
    heightFilmPx: film.height,
    maxValue: film.maxValue,
    ...(film.dicom && { dicom: film.dicom }),
    ...(film.frame && { frame: film.frame }),
    picture: draw(small),
    thumbnail: draw(shrink(small, MAX_THUMBNAIL_PX)),
  };
}
