import type { DicomFacts } from '../imaging/dicom-facts.ts';
import type { FilmFormat } from '../imaging/film.ts';
import type { FrameSides } from '../imaging/frame-sides.ts';
import type { Study } from './study.ts';

/** Of the film's shape, 0 black to 255 white, row by row. */
export interface ShownPicture {
  readonly width: number;
  readonly height: number;
  readonly grey8: Uint8ClampedArray;
}

/**
 * What the page keeps of a film: its particulars, and a windowed 8-bit picture of at most some 1,000
 * pixels a side. The full film stays in the analysis worker only as long as it is read, and the
 * display worker holds that of the film on screen, so that a long list of films stays small.
 */
export interface ShownFilm {
  readonly name: string;
  readonly format: FilmFormat;
  /** Size of the film as it was decoded. */
  readonly widthFilmPx: number;
  readonly heightFilmPx: number;
  readonly maxValue: number;
  /** Of DICOM films only. */
  readonly dicom?: DicomFacts;
  /** The frame around it that was set aside. */
  readonly frame?: FrameSides;
  /** The thumbnail itself in films that are not on screen: they are decoded again when they are. */
  readonly picture: ShownPicture;
  /** At most 128 pixels a side, through the same window. */
  readonly thumbnail: ShownPicture;
}

/** A study as the page keeps it. Lungs and heat maps are squares: stretched to the film's shape. */
export interface ShownStudy extends Omit<Study, 'film'> {
  readonly film: ShownFilm;
}
