import type { Analyser } from '../../workers/analysis/analyser.ts';
import { type FilmEntry, filmOf, isRunning } from './film-state.ts';
import { isReduced } from './packed-study.ts';
import type { ReaderStore } from './reader-state.ts';
import { isReducible } from './reduce-state.ts';

/** Films that stay whole: the selected one, and those that were looked at before it. */
const WHOLE_FILMS = 4;

/**
 * Keeps memory flat however many films there are: only films that were looked at last have their
 * whole picture; the others are decoded again when they are selected.
 */
export function watchPictures(store: ReaderStore, analyser: Pick<Analyser, 'show'>): void {
  let recent: number[] = [];
  let restoring: { readonly id: number; readonly controller: AbortController } | null = null;

  function restoreSelected(): void {
    const { films, selectedId } = store.getState();
    const entry = selectedId === null ? undefined : films.get(selectedId);
    const film = entry && filmOf(entry.state);
    const wanted = entry && film && isReduced(film) && !isRunning(entry.state) ? entry.id : null;
    if (restoring?.id === wanted) return;
    restoring?.controller.abort();
    restoring = null;
    if (!entry || wanted === null) return;
    const mine = { id: wanted, controller: new AbortController() };
    restoring = mine;
    analyser.show(entry.source, mine.controller.signal).then((shown) => {
      // Where the file is gone the thumbnail stays; it is not asked for again at once.
      if (restoring !== mine || !shown) return;
      restoring = null;
      store.getState().restorePicture(wanted, shown);
    });
  }

  function reduce(entries: Iterable<FilmEntry | null | undefined>): void {
    const large = [...entries].filter(
      (entry) => entry && !recent.includes(entry.id) && isReducible(entry),
    ) as FilmEntry[];
    if (large.length > 0) store.getState().reducePictures(large.map(({ id }) => id));
  }

  // First, for a film that is added is selected in the same step.
  store.subscribe(
    ({ selectedId }) => selectedId,
    (selectedId) => {
      if (selectedId !== null) {
        const before = recent;
        recent = [selectedId, ...before.filter((id) => id !== selectedId)].slice(0, WHOLE_FILMS);
        reduce(before.map((id) => store.getState().films.get(id)));
      }
      restoreSelected();
    },
  );
  store.subscribe(
    ({ films }) => films,
    (films, before) => {
      reduce(Array.from(films.changesSince(before), ({ after }) => after));
      restoreSelected();
    },
  );
}
