import type { ReaderStore } from '../reader-state.ts';
import type { ViewerStore } from './viewer-store.ts';

/** From now on, how a film was looked at goes when the film is taken from the list. */
export function forgetRemoved(reader: ReaderStore, viewer: ViewerStore): void {
  reader.subscribe(({ films }, before) => {
    if (films === before.films) return;
    const there = new Set(films.map(({ id }) => id));
    const { looks } = viewer.getState();
    const left = [...looks].filter(([id]) => there.has(id));
    if (left.length < looks.size) viewer.setState({ looks: new Map(left) });
  });
}
