import type { FilmPoint, FilmSize } from './points.ts';

/**
 * How a film is looked at, in every pane alike. The scale is relative: panes of different sizes that
 * share a view show the same film at their middle, each fitted by its own size.
 */
export interface View {
  /** What a factor of 1 is: the whole film in the pane, or one film pixel on one device pixel. */
  readonly base: 'fit' | 'actual';
  readonly factor: number;
  /** The film's point in the middle of the pane. */
  readonly centre: FilmPoint;
  /** Quarter turns clockwise, 0 to 3, before the flip. */
  readonly quarterTurns: number;
  /** Left and right swapped on the screen. */
  readonly flipped: boolean;
}

function middleOf({ widthFilmPx, heightFilmPx }: FilmSize): FilmPoint {
  return { xFilmPx: widthFilmPx / 2, yFilmPx: heightFilmPx / 2 };
}

/** The whole film, as it was stored. */
export function fittedView(film: FilmSize): View {
  return { base: 'fit', factor: 1, centre: middleOf(film), quarterTurns: 0, flipped: false };
}
