import type { Problem } from '../../errors/problem.ts';
import type { Mask } from '../../imaging/film.ts';
import type { BackendTrial } from '../../models/backend-trial.ts';
import type { BackendName } from '../../models/engine.ts';
import type { RuntimeMemory } from '../../models/measure-memory.ts';
import type { ShelfCards } from '../../models/read-shelf.ts';
import type { GateRecord, RefusalCode } from '../../pipeline/gate/gate-codes.ts';
import type { Progress } from '../../pipeline/progress.ts';
import type { ShownFilm } from '../../pipeline/shown-film.ts';
import type { Study } from '../../pipeline/study.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';

/** The networks' state; a `totalBytes` of 0 means that the size is not known yet. While the last
 * steps go on (compiling, self-test), `startingOn` names the backend that is tried. */
export type ModelsState =
  | { readonly status: 'unloaded' }
  | {
      readonly status: 'loading';
      readonly loadedBytes: number;
      readonly totalBytes: number;
      readonly startingOn: BackendName | null;
    }
  | {
      readonly status: 'ready';
      readonly backend: BackendName;
      readonly description: string;
      /** The id of the classifier that reads films. */
      readonly classifier: string;
      /** What became of every backend, fastest first. */
      readonly trials?: readonly BackendTrial[];
    }
  | { readonly status: 'failed'; readonly problem: Problem };

/** What models there are, with their whole cards; the default classifier comes first. */
export type ShelfState =
  | { readonly status: 'unloaded' }
  | { readonly status: 'loading' }
  | ({ readonly status: 'ready' } & ShelfCards)
  | { readonly status: 'failed'; readonly problem: Problem };

/** A film that has been read, to be read again inside the lungs found, by another classifier. */
export interface CompareRequest {
  readonly source: FilmSource;
  readonly lungs: Mask;
  /** True where a person has changed them. */
  readonly lungsEdited: boolean;
  /** What the gate said of the film itself when it was read. */
  readonly said: GateRecord;
  readonly classifier: string;
}

/**
 * How a run goes on. `decoded` comes once, as soon as there is a picture to show; not in a
 * comparison, which may tell of the other classifier's download instead.
 */
export type RunEvent =
  | {
      readonly type: 'downloading';
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly type: 'decoded'; readonly film: ShownFilm }
  | { readonly type: 'progress'; readonly progress: Progress }
  /** The device or the worker failed over the film, which is now read again from its start. */
  | { readonly type: 'recovering'; readonly problem: Problem };

/**
 * How a run ends. The film is left out of the study: it has crossed with `decoded`. A film refused
 * after its lungs were found brings them.
 */
export type RunEnd =
  | { readonly type: 'done'; readonly study: Omit<Study, 'film'> }
  | {
      readonly type: 'refused';
      readonly problem: Problem;
      /** All that speaks against the film; the problem's code is the first of them. */
      readonly codes?: readonly RefusalCode[];
      readonly lungs: Mask | null;
    }
  | { readonly type: 'failed'; readonly problem: Problem };

export type ToWorker =
  /** The first message: the URL of the folder of networks, which ends in a slash. */
  | { readonly type: 'open'; readonly modelsUrl: string }
  | { readonly type: 'load' }
  | { readonly type: 'list-shelf' }
  /** The classifier that reads films from now on. */
  | { readonly type: 'choose'; readonly classifier: string }
  /** The backend to try first, or null for the fastest that works; takes effect at once. */
  | { readonly type: 'use-backend'; readonly backend: BackendName | null }
  /** Starts the networks again, with every self-test. */
  | { readonly type: 'test-device' }
  | {
      readonly type: 'analyse';
      readonly runId: number;
      readonly source: FilmSource;
      /** Tells films apart, so that one that was read need not be decoded again. */
      readonly filmKey: number;
    }
  | {
      readonly type: 'compare';
      readonly runId: number;
      readonly request: CompareRequest;
      readonly filmKey: number;
    }
  /** Decodes a film to look at it; answered by `shown`. */
  | { readonly type: 'show'; readonly runId: number; readonly source: FilmSource }
  | { readonly type: 'abort'; readonly runId: number }
  /** Answered by `measured`, also while a film is read; the app itself never asks, tools/soak does. */
  | { readonly type: 'measure' };

export type FromWorker =
  | { readonly type: 'models'; readonly models: ModelsState }
  | { readonly type: 'shelf'; readonly shelf: ShelfState }
  /** Null where it cannot be read any more. */
  | { readonly type: 'shown'; readonly runId: number; readonly film: ShownFilm | null }
  | { readonly type: 'measured'; readonly memory: RuntimeMemory }
  | { readonly type: 'run'; readonly runId: number; readonly event: RunEvent | RunEnd };
