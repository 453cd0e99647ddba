import type { ReaderStore } from '../reader-state.ts';
import type { ViewerStore } from './viewer-store.ts';

/** From now on, how a film was looked at goes when the film is taken from the list. */
export function forgetRemoved(reader: ReaderStore, viewer: ViewerStore): void {
  reader.subscribe(
    ({ films }) => films,
    (films, earlier) => {
      for (const { before, after } of films.changesSince(earlier)) {
        if (before && !after) viewer.getState().forgetLook(before.id);
      }
    },
  );
}
