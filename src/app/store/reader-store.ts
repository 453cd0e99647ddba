import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Label } from '../../models/labels.ts';
import type { Progress } from '../../pipeline/progress.ts';
import type { Analyser, Outcome } from '../../platform/worker-bridge/analyser.ts';
import { toProblem } from '../../platform/worker-bridge/problem.ts';
import type {
  FilmSource,
  ModelsState,
  RunEvent,
  ShelfState,
} from '../../platform/worker-bridge/protocol.ts';
import {
  beginComparison,
  type Comparison,
  comparisonAfterEvent,
  comparisonAfterOutcome,
} from './comparison.ts';
import { type FilmEntry, type FilmState, filmOf } from './film-state.ts';

export interface ReaderState {
  readonly models: ModelsState;
  /** What models there are, with their cards. */
  readonly shelf: ShelfState;
  /** The classifier that was chosen to read films; null for the shelf's default. */
  readonly chosenClassifier: string | null;
  /** In the order in which they came, which is the order in which they are read. */
  readonly films: readonly FilmEntry[];
  readonly selectedId: number | null;
  /** Opacity of the heat map over the film, 0 to 1. */
  readonly heatOpacity: number;
  loadModels(): void;
  loadShelf(): void;
  /** Has another classifier read the films that wait and come; what is read stays as it is. */
  chooseClassifier(classifier: string): void;
  /** Puts films at the end of the queue and shows the first of them. */
  addFilms(sources: readonly FilmSource[]): void;
  /** Takes a film away; a run that is under way stops. */
  removeFilm(id: number): void;
  /** Puts a refused or failed film back into the queue. */
  retryFilm(id: number): void;
  selectFilm(id: number): void;
  chooseLabel(id: number, label: Label): void;
  setHeatOpacity(opacity: number): void;
  /** Reads a film that is done by another classifier too, in place of an earlier comparison. */
  compareWith(id: number, classifier: string): void;
  /** Takes a film's comparison away, under way or not. */
  stopComparing(id: number): void;
}

export type ReaderStore = StoreApi<ReaderState>;

function afterEvent(state: FilmState, event: RunEvent, models: ModelsState): FilmState {
  if (event.type === 'decoded') {
    return models.status === 'ready'
      ? { status: 'segmenting', film: event.film, fraction: 0 }
      : { status: 'loading-models', film: event.film };
  }
  // The networks' own state tells of downloads.
  if (event.type === 'downloading') return state;
  const film = filmOf(state);
  return film ? { ...stageState(event.progress), film } : state;
}

function stageState({ stage, fraction }: Progress) {
  const late = stage === 'classifying' || stage === 'explaining';
  return { status: late ? 'classifying' : 'segmenting', fraction } as const;
}

function afterOutcome(state: FilmState, outcome: Outcome): FilmState {
  if (outcome.type === 'done') return { status: 'done', study: outcome.study };
  const { type, ...rest } = outcome;
  return { status: type, film: filmOf(state), ...rest } as FilmState;
}

/** The state of the whole screen, outside React. One film is read at a time, in queue order. */
export function createReaderStore(analyser: Analyser): ReaderStore {
  let lastId = 0;
  /** What stops each film's comparison, where one is under way. */
  const comparisons = new Map<number, AbortController>();
  let run: { readonly filmId: number; readonly controller: AbortController } | null = null;

  const store = createStore<ReaderState>()((set, get) => {
    const patch = (id: number, change: (entry: FilmEntry) => Partial<FilmEntry>) =>
      set(({ films }) => ({
        films: films.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)),
      }));

    /** Starts the next waiting film, unless one is being read. */
    function startNext(): void {
      const next = run ? undefined : get().films.find(({ state }) => state.status === 'idle');
      if (!next) return;
      const mine = { filmId: next.id, controller: new AbortController() };
      run = mine;
      // Only the run under way may change its film; whatever an older one still says is dropped.
      const move = (to: (state: FilmState) => FilmState) => {
        if (run === mine) patch(mine.filmId, ({ state }) => ({ state: to(state) }));
      };
      move(() => ({ status: 'decoding' }));
      analyser
        .analyse(next.source, {
          signal: mine.controller.signal,
          onEvent: (event) => move((state) => afterEvent(state, event, get().models)),
        })
        .catch((error: unknown): Outcome => ({ type: 'failed', problem: toProblem(error) }))
        .then((outcome) => {
          move((state) => afterOutcome(state, outcome));
          if (run !== mine) return;
          run = null;
          startNext();
        });
    }

    function stopComparison(id: number): void {
      const controller = comparisons.get(id);
      // First out of the map, so that what it still says is dropped.
      comparisons.delete(id);
      controller?.abort();
    }

    return {
      models: { status: 'unloaded' },
      shelf: { status: 'unloaded' },
      chosenClassifier: null,
      films: [],
      selectedId: null,
      heatOpacity: 0.6,
      loadModels() {
        set({ models: { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } });
        analyser.load();
      },
      loadShelf() {
        set({ shelf: { status: 'loading' } });
        analyser.loadShelf();
      },
      chooseClassifier(classifier) {
        set({ chosenClassifier: classifier });
        analyser.choose(classifier);
      },
      addFilms(sources) {
        const added = sources.map((source): FilmEntry => {
          lastId += 1;
          return {
            id: lastId,
            source,
            state: { status: 'idle' },
            chosenLabel: null,
            comparison: null,
          };
        });
        if (!added[0]) return;
        set({ films: [...get().films, ...added], selectedId: added[0].id });
        startNext();
      },
      removeFilm(id) {
        const { films, selectedId } = get();
        const at = films.findIndex((entry) => entry.id === id);
        if (at < 0) return;
        const left = films.filter((entry) => entry.id !== id);
        const neighbour = left[Math.min(at, left.length - 1)]?.id ?? null;
        set({ films: left, selectedId: selectedId === id ? neighbour : selectedId });
        stopComparison(id);
        if (run?.filmId !== id) return;
        const { controller } = run;
        run = null;
        controller.abort();
        startNext();
      },
      retryFilm(id) {
        patch(id, ({ state }) =>
          state.status === 'refused' || state.status === 'failed'
            ? { state: { status: 'idle' } }
            : {},
        );
        startNext();
      },
      selectFilm: (id) => set({ selectedId: id }),
      chooseLabel: (id, label) => patch(id, () => ({ chosenLabel: label })),
      setHeatOpacity: (heatOpacity) => set({ heatOpacity }),
      compareWith(id, classifier) {
        const entry = get().films.find((one) => one.id === id);
        if (entry?.state.status !== 'done') return;
        stopComparison(id);
        const controller = new AbortController();
        comparisons.set(id, controller);
        const move = (to: (comparison: Comparison) => Comparison) => {
          if (comparisons.get(id) !== controller) return;
          patch(id, ({ comparison }) => ({
            comparison: to(comparison ?? beginComparison(classifier)),
          }));
        };
        patch(id, () => ({ comparison: beginComparison(classifier) }));
        const { film, lungs } = entry.state.study;
        analyser
          .compare({ source: entry.source, lungs, classifier }, film, {
            signal: controller.signal,
            onEvent: (event) => move((comparison) => comparisonAfterEvent(comparison, event)),
          })
          .catch((error: unknown): Outcome => ({ type: 'failed', problem: toProblem(error) }))
          .then((outcome) => {
            move(() => comparisonAfterOutcome(classifier, outcome));
            if (comparisons.get(id) === controller) comparisons.delete(id);
          });
      },
      stopComparing(id) {
        stopComparison(id);
        patch(id, () => ({ comparison: null }));
      },
    };
  });

  analyser.onModels((models) => store.setState({ models }));
  analyser.onShelf((shelf) => store.setState({ shelf }));
  return store;
}
