import type { Problem } from '../../errors/problem.ts';
import type { Mask } from '../../imaging/film.ts';
import type { Label } from '../../models/labels.ts';
import type { RefusalCode } from '../../pipeline/gate/gate-codes.ts';
import type { ShownFilm, ShownStudy } from '../../pipeline/shown-film.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { Comparison } from './comparison.ts';

/** Where a film stands; `idle` films wait their turn. */
export type FilmState =
  | { readonly status: 'idle' }
  | { readonly status: 'decoding' }
  | {
      readonly status: 'loading-models';
      readonly film: ShownFilm;
      /** The failure after which the film is read again. */
      readonly recovering?: Problem;
    }
  | { readonly status: 'segmenting'; readonly film: ShownFilm; readonly fraction: number }
  | { readonly status: 'classifying'; readonly film: ShownFilm; readonly fraction: number }
  | {
      readonly status: 'refused';
      readonly film: ShownFilm | null;
      readonly problem: Problem;
      /** All that speaks against the film. */
      readonly codes?: readonly RefusalCode[];
      /** What was taken for lungs, where it was that which led to the refusal. */
      readonly lungs: Mask | null;
    }
  | { readonly status: 'failed'; readonly film: ShownFilm | null; readonly problem: Problem }
  /** Taken out of the queue by the reader before it was done. */
  | { readonly status: 'cancelled'; readonly film: ShownFilm | null }
  | { readonly status: 'done'; readonly study: ShownStudy };

/** Why a film would not survive a reload of the page. */
export type UnkeptReason = 'no-room' | 'storage-gone' | 'failed';

export interface FilmEntry {
  readonly id: number;
  readonly source: FilmSource;
  /** When it came, in milliseconds since 1970. */
  readonly addedAt: number;
  readonly state: FilmState;
  /** The class whose heat map is shown; null until the reader picks another than the answer. */
  readonly chosenLabel: Label | null;
  /** The same film by another classifier; null where none was asked for. */
  readonly comparison: Comparison | null;
  /** Whether it survives a reload of the page, or why not; null as long as that is not known. */
  readonly kept: 'kept' | UnkeptReason | null;
}

/** The decoded film, as soon as there is one. */
export function filmOf(state: FilmState): ShownFilm | null {
  if (state.status === 'done') return state.study.film;
  return 'film' in state ? state.film : null;
}

/** A film that was read. */
export interface ReadFilm extends FilmEntry {
  readonly state: Extract<FilmState, { status: 'done' }>;
}

export function isRead(entry: FilmEntry): entry is ReadFilm {
  return entry.state.status === 'done';
}

/** The class whose heat map is shown: the one that the reader picked, else the answer. */
export function shownLabel({ chosenLabel, state }: ReadFilm): Label {
  return chosenLabel ?? state.study.label;
}

/** The lungs of a film that was read, or what was taken for lungs in a refused one. */
export function lungsOf(state: FilmState): Mask | null {
  if (state.status === 'done') return state.study.lungs;
  return state.status === 'refused' ? state.lungs : null;
}

export function isRunning({ status }: FilmState): boolean {
  return (
    status === 'decoding' ||
    status === 'loading-models' ||
    status === 'segmenting' ||
    status === 'classifying'
  );
}
