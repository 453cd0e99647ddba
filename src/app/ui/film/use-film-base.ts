import { useMemo } from 'react';
import type { Mask } from '../../../imaging/film.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { filmLayer, type Layer } from './film-canvas.ts';
import { type LungPath, lungPath } from './lung-path.ts';

/** What every picture of a film is drawn from; null as long as that is not known. */
export interface FilmBase {
  readonly film: Layer | null;
  readonly lungs: LungPath | null;
}

export function useFilmBase(shown: ShownFilm | null, mask: Mask | null): FilmBase {
  const film = useMemo(() => shown && filmLayer(shown), [shown]);
  const lungs = useMemo(() => mask && lungPath(mask), [mask]);
  return useMemo(() => ({ film, lungs }), [film, lungs]);
}
