import type { Problem } from '../../errors/problem.ts';
import type { GreyWindow } from '../../imaging/window-level.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';

/** What the page asks of the worker that has one film, the one on screen, at its full size. */
export type ToDisplay =
  | { readonly type: 'open'; readonly openId: number; readonly source: FilmSource }
  /** Draws the film in a window, coarse levels first; a newer draw takes the place of this one. */
  | {
      readonly type: 'draw';
      readonly openId: number;
      readonly drawId: number;
      readonly window: GreyWindow;
      readonly inverted: boolean;
      /** The finest level that is needed; 0 is the whole film. */
      readonly finest: number;
    }
  /** The grey of one pixel, as it was decoded. */
  | {
      readonly type: 'probe';
      readonly openId: number;
      readonly probeId: number;
      readonly xFilmPx: number;
      readonly yFilmPx: number;
    }
  | { readonly type: 'close' };

export type FromDisplay =
  | {
      readonly type: 'opened';
      readonly openId: number;
      readonly levels: number;
      readonly start: GreyWindow;
      /** From the darkest to the brightest greys, letters and borders left out. */
      readonly auto: GreyWindow;
    }
  | {
      readonly type: 'drawn';
      readonly openId: number;
      readonly drawId: number;
      readonly level: number;
      readonly bitmap: ImageBitmap;
    }
  | {
      readonly type: 'value';
      readonly openId: number;
      readonly probeId: number;
      readonly value: number | null;
    }
  | { readonly type: 'failed'; readonly openId: number; readonly problem: Problem };
