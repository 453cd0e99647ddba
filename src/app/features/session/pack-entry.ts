import type { FilmEntry, FilmState } from '../../store/film-state.ts';
import { filmOf } from '../../store/film-state.ts';
import { type PackedStudy, packStudy, reduceFilm, unpackStudy } from '../../store/packed-study.ts';

/** Raise it when FilmEntry, FilmState or ShownStudy change: older results are then read anew. */
export const RESULT_SHAPE = 3;

type Done = Extract<FilmState, { status: 'done' }>;
type Ended = Extract<FilmState, { status: 'refused' | 'failed' | 'cancelled' | 'done' }>;

/** All of a film but what the journal has elsewhere, and what is computed again when asked for. */
export type PackedEntry = Omit<
  FilmEntry,
  'id' | 'source' | 'addedAt' | 'kept' | 'comparison' | 'state'
> & {
  readonly state: Exclude<Ended, Done> | { readonly status: 'done'; readonly study: PackedStudy };
};

export function hasEnded(state: FilmState): state is Ended {
  return ['done', 'refused', 'failed', 'cancelled'].includes(state.status);
}

/** Names of files may name patients: they are left out wherever they stand. */
function packState(state: Ended): PackedEntry['state'] {
  if (state.status === 'done') {
    const study = packStudy(state.study);
    return { status: 'done', study: { ...study, film: { ...study.film, name: '' } } };
  }
  const film = filmOf(state);
  return film ? { ...state, film: { ...reduceFilm(film), name: '' } } : state;
}

/** Null for a film that still waits or runs: it is read anew. */
export function packEntry(entry: FilmEntry): PackedEntry | null {
  const { id: _, source: _s, addedAt: _a, kept: _k, comparison: _c, state, ...rest } = entry;
  return hasEnded(state) ? { ...rest, state: packState(state) } : null;
}

/** The state with the film's name in it again. */
export function unpackState(state: PackedEntry['state'], name: string): FilmState {
  if (state.status === 'done') {
    const { film, ...study } = state.study;
    return { status: 'done', study: unpackStudy({ ...study, film: { ...film, name } }) };
  }
  const film = filmOf(state);
  return film ? ({ ...state, film: { ...film, name } } as FilmState) : state;
}
