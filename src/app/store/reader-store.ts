import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Analyser } from '../../workers/analysis/analyser.ts';
import type { ReaderState, ReaderStore } from './reader-state.ts';
import { createCompareSlice } from './slices/compare-slice.ts';
import { createEditSlice } from './slices/edit-slice.ts';
import { createModelsSlice } from './slices/models-slice.ts';
import { createPicturesSlice } from './slices/pictures-slice.ts';
import { createQueueSlice } from './slices/queue-slice.ts';
import { createSessionSlice } from './slices/session-slice.ts';
import { createViewSlice } from './slices/view-slice.ts';
import { createWindowSlice } from './slices/window-slice.ts';
import type { StoreParts } from './store-parts.ts';
import { watchPictures } from './watch-pictures.ts';

/** The state of the whole screen, outside React. Each slice is a file of its own. */
export function createReaderStore(analyser: Analyser): ReaderStore {
  const store = createStore<ReaderState>()(
    subscribeWithSelector((set, get) => {
      const parts: StoreParts = {
        analyser,
        get,
        set,
        patchFilm(id, change) {
          const { films } = get();
          const entry = films.get(id);
          if (entry) set({ films: films.with({ ...entry, ...change(entry) }) });
        },
      };
      return {
        ...createModelsSlice(parts),
        ...createQueueSlice(parts),
        ...createSessionSlice(parts),
        ...createPicturesSlice(parts),
        ...createViewSlice(parts),
        ...createCompareSlice(parts),
        ...createEditSlice(parts),
        ...createWindowSlice(parts),
      };
    }),
  );
  watchPictures(store, analyser);
  return store;
}
