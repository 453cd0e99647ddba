import { createStore } from 'zustand/vanilla';
import type { Analyser } from '../../workers/analysis/analyser.ts';
import type { ReaderState, ReaderStore } from './reader-state.ts';
import { createCompareSlice } from './slices/compare-slice.ts';
import { createEditSlice } from './slices/edit-slice.ts';
import { createModelsSlice } from './slices/models-slice.ts';
import { createQueueSlice } from './slices/queue-slice.ts';
import { createViewSlice } from './slices/view-slice.ts';
import { createWindowSlice } from './slices/window-slice.ts';
import type { StoreParts } from './store-parts.ts';
import { watchPictures } from './watch-pictures.ts';

export type { ReaderStore };

/** The state of the whole screen, outside React. Each slice is a file of its own. */
export function createReaderStore(analyser: Analyser): ReaderStore {
  const store = createStore<ReaderState>()((set, get) => {
    const parts: StoreParts = {
      analyser,
      get,
      set,
      patchFilm: (id, change) =>
        set(({ films }) => ({
          films: films.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)),
        })),
    };
    return {
      ...createModelsSlice(parts),
      ...createQueueSlice(parts),
      session: 'opening',
      ...createViewSlice(parts),
      ...createCompareSlice(parts),
      ...createEditSlice(parts),
      ...createWindowSlice(parts),
    };
  });

  analyser.onModels((models) => store.setState({ models }));
  analyser.onShelf((shelf) => store.setState({ shelf }));
  watchPictures(store, analyser);
  return store;
}
