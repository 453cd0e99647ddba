/** A place on a film in film pixels from its top left corner; whole numbers are pixel corners. */
export interface FilmPoint {
  readonly xFilmPx: number;
  readonly yFilmPx: number;
}

/** A place in a pane in its own pixels (CSS pixels on screen), from the pane's top left corner. */
export interface ViewPoint {
  readonly xViewPx: number;
  readonly yViewPx: number;
}

export interface FilmSize {
  readonly widthFilmPx: number;
  readonly heightFilmPx: number;
}

export interface PaneSize {
  readonly widthViewPx: number;
  readonly heightViewPx: number;
  /** Device pixels per view pixel. */
  readonly pixelRatio: number;
}
