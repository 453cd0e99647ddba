import type { Analyser } from '../../workers/analysis/analyser.ts';
import type { FilmEntry } from './film-state.ts';
import type { ReaderState } from './reader-state.ts';

/** What each slice is made of. */
export interface StoreParts {
  readonly analyser: Analyser;
  readonly get: () => ReaderState;
  readonly set: (change: Partial<ReaderState>) => void;
  /** Changes one film; a film that is gone stays gone. */
  readonly patchFilm: (id: number, change: (entry: FilmEntry) => Partial<FilmEntry>) => void;
}
