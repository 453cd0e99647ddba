import type { FilmPoint, FilmSize, PaneSize, ViewPoint } from './points.ts';
import type { View } from './view.ts';

/**
 * Film pixels -> view pixels: x' = a x + c y + e, y' = b x + d y + f, in the order of canvas's
 * setTransform. `scale` is view pixels per film pixel.
 */
export interface ViewTransform {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
  readonly scale: number;
}

const COSINE = [1, 0, -1, 0] as const;
const SINE = [0, 1, 0, -1] as const;

/** View pixels per film pixel at a factor of 1. */
export function baseScale(
  view: Pick<View, 'base' | 'quarterTurns'>,
  film: FilmSize,
  pane: PaneSize,
) {
  if (view.base === 'actual') return 1 / pane.pixelRatio;
  const lies = view.quarterTurns % 2 === 1;
  const width = lies ? film.heightFilmPx : film.widthFilmPx;
  const height = lies ? film.widthFilmPx : film.heightFilmPx;
  return Math.min(pane.widthViewPx / width, pane.heightViewPx / height);
}

/** Where each film pixel lies in the pane: turned about the view's centre, flipped, scaled, moved. */
export function viewTransform(view: View, film: FilmSize, pane: PaneSize): ViewTransform {
  const scale = baseScale(view, film, pane) * view.factor;
  const cosine = COSINE[view.quarterTurns] ?? 1;
  const sine = SINE[view.quarterTurns] ?? 0;
  const mirror = view.flipped ? -1 : 1;
  const [a, b, c, d] = [
    mirror * cosine * scale,
    sine * scale,
    -mirror * sine * scale,
    cosine * scale,
  ];
  const { xFilmPx, yFilmPx } = view.centre;
  return {
    a,
    b,
    c,
    d,
    e: pane.widthViewPx / 2 - a * xFilmPx - c * yFilmPx,
    f: pane.heightViewPx / 2 - b * xFilmPx - d * yFilmPx,
    scale,
  };
}

export function toView({ a, b, c, d, e, f }: ViewTransform, at: FilmPoint): ViewPoint {
  return {
    xViewPx: a * at.xFilmPx + c * at.yFilmPx + e,
    yViewPx: b * at.xFilmPx + d * at.yFilmPx + f,
  };
}

export function toFilm(transform: ViewTransform, at: ViewPoint): FilmPoint {
  const { a, b, c, d, e, f, scale } = transform;
  const x = at.xViewPx - e;
  const y = at.yViewPx - f;
  // A turn by quarters and a flip: the inverse is the transpose, but for the scale.
  return { xFilmPx: (a * x + b * y) / scale ** 2, yFilmPx: (c * x + d * y) / scale ** 2 };
}
