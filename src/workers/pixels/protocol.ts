import type { Problem } from '../../errors/problem.ts';
import type { ShareRect } from '../../imaging/black-out.ts';
import type { GreyWindow } from '../../imaging/window-level.ts';
import type { ShownPicture } from '../../pipeline/shown-film.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';

export interface PixelsWanted {
  readonly source: FilmSource;
  readonly blackedOut: readonly ShareRect[];
}

export type PixelsPacked =
  | {
      readonly type: 'packed';
      readonly png: Uint8Array;
      readonly thumbnail: ShownPicture;
      /** The window that the film starts with; black rectangles have no say in it. */
      readonly window: GreyWindow;
    }
  | { readonly type: 'failed'; readonly problem: Problem };
