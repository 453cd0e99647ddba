import type { Analyser } from '../../workers/analysis/analyser.ts';
import { filmOf, isRunning } from './film-state.ts';
import { isReduced } from './packed-study.ts';
import type { ReaderStore } from './reader-state.ts';
import { isReducible, reduceEntry, restoreEntry } from './reduce-state.ts';

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
    const entry = films.find(({ id }) => id === selectedId);
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
      store.setState(({ films: now }) => ({
        films: now.map((one) =>
          one.id === wanted ? { ...one, ...restoreEntry(one, shown) } : one,
        ),
      }));
    });
  }

  store.subscribe(({ films, selectedId }, before) => {
    if (selectedId !== before.selectedId && selectedId !== null) {
      recent = [selectedId, ...recent.filter((id) => id !== selectedId)].slice(0, WHOLE_FILMS);
    }
    const large = new Set(
      films.filter((entry) => !recent.includes(entry.id) && isReducible(entry)).map(({ id }) => id),
    );
    if (large.size > 0) {
      store.setState({
        films: films.map((one) => (large.has(one.id) ? { ...one, ...reduceEntry(one) } : one)),
      });
    }
    restoreSelected();
  });
}
