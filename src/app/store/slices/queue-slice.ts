import { toProblem } from '../../../errors/problem.ts';
import type { Outcome } from '../../../workers/analysis/analyser.ts';
import { FilmList, NO_FILMS } from '../film-list.ts';
import { type FilmEntry, type FilmState, filmOf, isRunning } from '../film-state.ts';
import type { QueueSlice, ReaderState } from '../reader-state.ts';
import { afterEvent, afterOutcome } from '../run-state.ts';
import type { StoreParts } from '../store-parts.ts';

/** Films whose times tell how long the next ones will take: the first waits for the networks. */
const MEASURED_FILMS = 8;

const IDLE: FilmState = { status: 'idle' };

const waits = (entry: FilmEntry | undefined) => entry?.state.status === 'idle';

/** The selected film where it stays; else the one that takes its place in the list. */
function selectionAfter({ films: list, selectedId }: ReaderState, gone: ReadonlySet<number>) {
  if (selectedId === null || !gone.has(selectedId)) return selectedId;
  const films = [...list];
  const at = list.positionOf(selectedId);
  const stays = ({ id }: FilmEntry) => !gone.has(id);
  return (films.slice(at + 1).find(stays) ?? films.slice(0, at + 1).findLast(stays))?.id ?? null;
}

export function createQueueSlice({ analyser, get, set, patchFilm }: StoreParts): QueueSlice {
  // Films of an earlier page load have smaller numbers.
  let lastId = Date.now();
  let lastMs: readonly number[] = [];
  let run: { readonly filmId: number; readonly controller: AbortController } | null = null;

  /** No film before this position waits: the list is gone through once, not once a film. */
  let firstWaiting = 0;

  /** The selected film goes first, the others in the order in which they came. */
  function nextWaiting(): FilmEntry | undefined {
    const { films, selectedId } = get();
    const selected = selectedId === null ? undefined : films.get(selectedId);
    if (waits(selected)) return selected;
    while (firstWaiting < films.length && !waits(films.at(firstWaiting))) firstWaiting += 1;
    return films.at(firstWaiting);
  }

  /** Other films are in the list, or other ones wait. */
  function changeList(films: readonly FilmEntry[], more: Partial<ReaderState> = {}): void {
    firstWaiting = 0;
    set({ films: FilmList.of(films), ...more });
  }

  /** Starts the next waiting film, unless one is being read or none shall be. */
  function startNext(): void {
    const next = run || get().paused ? undefined : nextWaiting();
    if (!next) return;
    const mine = { filmId: next.id, controller: new AbortController() };
    run = mine;
    const begun = performance.now();
    // Only the run under way may change its film; whatever an older one still says is dropped.
    const move = (to: (state: FilmState) => FilmState) => {
      if (run === mine) patchFilm(mine.filmId, ({ state }) => ({ state: to(state) }));
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
        lastMs = [performance.now() - begun, ...lastMs].slice(0, MEASURED_FILMS);
        set({ msPerFilm: lastMs.reduce((sum, ms) => sum + ms, 0) / lastMs.length });
        startNext();
      });
  }

  function stopRun(): void {
    const controller = run?.controller;
    run = null;
    controller?.abort();
  }

  function remove(ids: readonly number[]): void {
    const gone = new Set(ids);
    const { films, stopComparing } = get();
    const left = films.filter(({ id }) => !gone.has(id));
    if (left.length === films.length) return;
    for (const id of ids) if (films.get(id)?.comparison) stopComparing(id);
    changeList(left, {
      selectedId: selectionAfter(get(), gone),
      // A list that was emptied starts anew.
      paused: left.length > 0 && get().paused,
    });
    if (run && gone.has(run.filmId)) stopRun();
    startNext();
  }

  function rerun(ids: readonly number[], mayRun: (state: FilmState) => boolean): void {
    for (const id of ids) {
      const entry = get().films.get(id);
      if (!entry || waits(entry) || isRunning(entry.state) || !mayRun(entry.state)) continue;
      if (entry.comparison) get().stopComparing(id);
      patchFilm(id, () => ({ state: IDLE, chosenLabel: null }));
      firstWaiting = Math.min(firstWaiting, get().films.positionOf(id));
    }
    startNext();
  }

  return {
    films: NO_FILMS,
    selectedId: null,
    paused: false,
    msPerFilm: null,
    addFilms(sources) {
      const addedAt = Date.now();
      const added = sources.map((source): FilmEntry => {
        lastId += 1;
        return {
          id: lastId,
          source,
          addedAt,
          state: IDLE,
          chosenLabel: null,
          comparison: null,
          kept: null,
        };
      });
      if (!added[0]) return;
      changeList([...get().films, ...added], { selectedId: added[0].id });
      startNext();
    },
    removeFilm: (id) => remove([id]),
    removeFilms: remove,
    retryFilm: (id) => rerun([id], ({ status }) => status !== 'done'),
    readAgain(id, how) {
      patchFilm(id, ({ source }) => ({ source: { ...source, ...how } }));
      rerun([id], () => true);
    },
    rerunFilms: (ids) => rerun(ids, () => true),
    selectFilm: (id) => set({ selectedId: id }),
    pauseQueue: () => set({ paused: true }),
    resumeQueue() {
      set({ paused: false });
      startNext();
    },
    cancelQueue() {
      stopRun();
      const films = get().films.map((entry): FilmEntry => {
        const { state } = entry;
        if (state.status !== 'idle' && !isRunning(state)) return entry;
        return { ...entry, state: { status: 'cancelled', film: filmOf(state) } };
      });
      changeList(films, { paused: false });
    },
    restoreFilms(restored, selectedId, paused) {
      if (restored.length === 0) return;
      // Others may have come first, opened by another app; then one of those stays selected.
      const { films } = get();
      changeList([...restored, ...films], {
        selectedId: films.length > 0 ? get().selectedId : selectedId,
        paused,
      });
      startNext();
    },
  };
}
