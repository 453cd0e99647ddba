import type { ShownFilm } from '../../pipeline/shown-film.ts';
import { type FilmEntry, type FilmState, filmOf, isRunning } from './film-state.ts';
import { isReduced, reduceFilm, reduceStudy } from './packed-study.ts';

/** Whether a film has large arrays that can be had again. */
export function isReducible({ state }: FilmEntry): boolean {
  const film = filmOf(state);
  return film !== null && !isRunning(state) && !isReduced(film);
}

function reduceState(state: FilmState): FilmState {
  if (state.status === 'done') return { ...state, study: reduceStudy(state.study) };
  const film = filmOf(state);
  return film ? ({ ...state, film: reduceFilm(film) } as FilmState) : state;
}

/** Drops a film's large arrays; what was found stays. Another classifier's reading is made again. */
export function reduceEntry({ state }: FilmEntry): Partial<FilmEntry> {
  return { state: reduceState(state), comparison: null };
}

/** The film as it was decoded anew, in place of its thumbnail. */
export function restoreEntry({ state }: FilmEntry, film: ShownFilm): Partial<FilmEntry> {
  if (state.status === 'done') return { state: { ...state, study: { ...state.study, film } } };
  return filmOf(state) && !isRunning(state) ? { state: { ...state, film } as FilmState } : {};
}
