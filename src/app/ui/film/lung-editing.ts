import type { ReactNode } from 'react';
import type { Mask } from '../../../imaging/film.ts';
import type { FilmPoint } from '../../../imaging/view/points.ts';

/** What a pen does while the lungs are corrected. */
export interface StrokeHandlers {
  begin(at: FilmPoint, erase: boolean): void;
  move(at: FilmPoint): void;
  /** A stroke that turned out to be a pinch is taken back. */
  end(keep: boolean): void;
}

/** What the viewer is given while a person corrects the lungs. */
export interface LungEditing {
  /** The lungs as they stand, a stroke that is being drawn among them. */
  readonly lungs: Mask;
  readonly stroke: StrokeHandlers;
  /** What they are corrected with. */
  readonly bar: ReactNode;
}
