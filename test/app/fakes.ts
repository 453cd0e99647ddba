import type { BackendName } from '../../src/models/engine.ts';
import { LABELS, perLabel } from '../../src/models/labels.ts';
import type { ShownFilm, ShownStudy } from '../../src/pipeline/shown-film.ts';
import type { FilmSource } from '../../src/platform/intake/film-source.ts';
import type { Analyser, Outcome, RunOptions } from '../../src/workers/analysis/analyser.ts';
import type {
  CompareRequest,
  ModelsState,
  ShelfState,
} from '../../src/workers/analysis/protocol.ts';

export const READY: ModelsState = {
  status: 'ready',
  backend: 'wasm',
  description: 'threads: 2',
  classifier: 'classifier-b',
};

export function fileSource(name: string): FilmSource {
  return { kind: 'file', name, blob: new Blob([name]) };
}

export function shownFilm(name: string): ShownFilm {
  return {
    name,
    format: 'png',
    widthFilmPx: 2,
    heightFilmPx: 1,
    maxValue: 255,
    picture: { width: 2, height: 1, grey8: Uint8ClampedArray.of(0, 255) },
    thumbnail: { width: 1, height: 1, grey8: Uint8ClampedArray.of(127) },
  };
}

/** A study with probabilities 0.1, 0.15, 0.2, 0.25, 0.3 in label order. */
export function shownStudy(name: string): ShownStudy {
  return {
    film: shownFilm(name),
    lungs: { width: 1, height: 1, data: Uint8Array.of(1) },
    rawLungs: { width: 1, height: 1, data: Uint8Array.of(1) },
    lungsEdited: false,
    lungFraction: 0.25,
    probabilities: perLabel((_, index) => 0.1 + 0.05 * index),
    label: LABELS[4],
    indeterminate: false,
    heatMaps: perLabel(() => ({ side: 1, data: Float32Array.of(1) })),
    unfamiliarity: null,
    gateOverridden: [],
    warnings: [],
    corrections: [],
    backend: 'wasm',
    models: { segmenter: 'segmenter-a', classifier: 'classifier-b' },
    timingsMs: { segment: 600, classify: 300, total: 1000 },
  };
}

export interface FakeRun extends RunOptions {
  readonly source: FilmSource;
  readonly finish: (outcome: Outcome) => void;
  readonly break: (error: unknown) => void;
}

export interface FakeComparison extends RunOptions {
  readonly request: CompareRequest;
  readonly film: ShownFilm;
  readonly finish: (outcome: Outcome) => void;
  readonly break: (error: unknown) => void;
}

export interface FakeShow {
  readonly source: FilmSource;
  readonly signal: AbortSignal;
  readonly finish: (film: ShownFilm | null) => void;
}

/** An analyser whose runs the test drives by hand. It does not heed aborts: late answers come. */
export class FakeAnalyser implements Analyser {
  readonly runs: FakeRun[] = [];
  readonly comparisons: FakeComparison[] = [];
  readonly shows: FakeShow[] = [];
  readonly chosen: string[] = [];
  readonly backends: (BackendName | null)[] = [];
  deviceTests = 0;
  loads = 0;
  shelfLoads = 0;
  tellModels: (models: ModelsState) => void = () => {};
  tellShelf: (shelf: ShelfState) => void = () => {};

  load(): void {
    this.loads += 1;
  }

  analyse(source: FilmSource, options: RunOptions): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.runs.push({ ...options, source, finish: resolve, break: reject });
    });
  }

  compare(request: CompareRequest, film: ShownFilm, options: RunOptions): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.comparisons.push({ ...options, request, film, finish: resolve, break: reject });
    });
  }

  show(source: FilmSource, signal: AbortSignal): Promise<ShownFilm | null> {
    return new Promise((finish) => this.shows.push({ source, signal, finish }));
  }

  choose(classifier: string): void {
    this.chosen.push(classifier);
  }

  computeOn(backend: BackendName | null): void {
    this.backends.push(backend);
  }

  testDevice(): void {
    this.deviceTests += 1;
  }

  loadShelf(): void {
    this.shelfLoads += 1;
  }

  onShelf(listener: (shelf: ShelfState) => void): () => void {
    this.tellShelf = listener;
    return () => {};
  }

  onModels(listener: (models: ModelsState) => void): () => void {
    this.tellModels = listener;
    return () => {};
  }

  dispose(): void {}

  comparison(index: number): FakeComparison {
    const comparison = this.comparisons[index];
    if (!comparison) throw new Error(`comparison ${index} was not started`);
    return comparison;
  }

  run(index: number): FakeRun {
    const run = this.runs[index];
    if (!run) throw new Error(`run ${index} was not started`);
    return run;
  }
}

/** Lets promises that are already settled take effect. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
