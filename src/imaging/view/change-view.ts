import type { FilmPoint, FilmSize, PaneSize, ViewPoint } from './points.ts';
import { fittedView, type View } from './view.ts';
import { baseScale, toFilm, viewTransform } from './view-transform.ts';

/** The film is never smaller than half its pane, nor a film pixel larger than 32 view pixels. */
const SMALLEST_FIT = 0.5;
const LARGEST_SCALE = 32;

/** The pane in which a view is changed; the others follow. */
export interface Place {
  readonly film: FilmSize;
  readonly pane: PaneSize;
}

function onFilm({ xFilmPx, yFilmPx }: FilmPoint, film: FilmSize): FilmPoint {
  return {
    xFilmPx: Math.min(film.widthFilmPx, Math.max(0, xFilmPx)),
    yFilmPx: Math.min(film.heightFilmPx, Math.max(0, yFilmPx)),
  };
}

/** The nearest factor that keeps the scale within its limits in this pane. */
function allowedFactor(factor: number, view: View, { film, pane }: Place): number {
  const base = baseScale(view, film, pane);
  const fit = baseScale({ ...view, base: 'fit' }, film, pane);
  const smallest = Math.min(SMALLEST_FIT * fit, 1 / pane.pixelRatio);
  const scale = Math.min(Math.max(LARGEST_SCALE, fit), Math.max(smallest, factor * base));
  return scale / base;
}

/** Enlarges by `times` and keeps what lies at the view point where it is, as far as the film goes. */
export function zoomAbout(view: View, times: number, at: ViewPoint, place: Place): View {
  const { film, pane } = place;
  const fixed = toFilm(viewTransform(view, film, pane), at);
  const larger = { ...view, factor: allowedFactor(view.factor * times, view, place) };
  const moved = toFilm(viewTransform(larger, film, pane), at);
  const centre = {
    xFilmPx: view.centre.xFilmPx + fixed.xFilmPx - moved.xFilmPx,
    yFilmPx: view.centre.yFilmPx + fixed.yFilmPx - moved.yFilmPx,
  };
  return { ...larger, centre: onFilm(centre, film) };
}

/** Moves the film under the pane by view pixels; its middle never leaves the film. */
export function panBy(view: View, dxViewPx: number, dyViewPx: number, { film, pane }: Place): View {
  const to = viewTransform(view, film, pane);
  const at = toFilm(to, {
    xViewPx: pane.widthViewPx / 2 - dxViewPx,
    yViewPx: pane.heightViewPx / 2 - dyViewPx,
  });
  return { ...view, centre: onFilm(at, film) };
}

/** A quarter turn clockwise as seen on the screen, flipped or not. */
export function turnClockwise(view: View): View {
  return { ...view, quarterTurns: (view.quarterTurns + (view.flipped ? 3 : 1)) % 4 };
}

/** Swaps left and right as seen on the screen. */
export function flipSides(view: View): View {
  return { ...view, flipped: !view.flipped };
}

/** The whole film in the pane; turns and flips stay. */
export function fitFilm(view: View, film: FilmSize): View {
  const { base, factor, centre } = fittedView(film);
  return { ...view, base, factor, centre };
}

/** One film pixel on one device pixel, about the point in the middle. */
export function actualSize(view: View): View {
  return { ...view, base: 'actual', factor: 1 };
}
