import type { Problem } from '../../errors/problem.ts';
import type { BackendName } from '../../models/engine.ts';
import type { ShownFilm, ShownStudy } from '../../pipeline/shown-film.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { CompareRequest, ModelsState, RunEnd, RunEvent, ShelfState } from './protocol.ts';

export type Outcome =
  | { readonly type: 'done'; readonly study: ShownStudy }
  | Extract<RunEnd, { type: 'refused' }>
  | { readonly type: 'failed'; readonly problem: Problem };

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/** Reads films somewhere else than on the page's own thread. */
export interface Analyser {
  /** Starts to load the networks, unless they are there or on their way. */
  load(): void;
  /** Reads one film. Rejects only with the signal's reason; whatever else goes wrong is an outcome. */
  analyse(source: FilmSource, options: RunOptions): Promise<Outcome>;
  /**
   * As `analyse`, stage 2 alone, by another classifier or inside other lungs; `film` is the picture
   * that is there already.
   */
  compare(request: CompareRequest, film: ShownFilm, options: RunOptions): Promise<Outcome>;
  /** Decodes a film to look at it, beside any run; null where it cannot be, or was aborted. */
  show(source: FilmSource, signal: AbortSignal): Promise<ShownFilm | null>;
  /** Has another classifier of the shelf read films from now on. */
  choose(classifier: string): void;
  /** Tries a backend first from now on, or, with null, the fastest that works. */
  computeOn(backend: BackendName | null): void;
  /** Starts the networks again, with every self-test. */
  testDevice(): void;
  /** Starts to read what models there are. */
  loadShelf(): void;
  /** Tells every change of the networks' state; returns how to stop that. */
  onModels(listener: (models: ModelsState) => void): () => void;
  /** Tells every change of what is known of the shelf; returns how to stop that. */
  onShelf(listener: (shelf: ShelfState) => void): () => void;
  dispose(): void;
}
