import type { PicturesSlice } from '../reader-state.ts';
import { reduceEntry, restoreEntry } from '../reduce-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createPicturesSlice({ get, set, patchFilm }: StoreParts): PicturesSlice {
  return {
    reducePictures(ids) {
      let { films } = get();
      for (const id of ids) {
        const entry = films.get(id);
        if (entry) films = films.with({ ...entry, ...reduceEntry(entry) });
      }
      set({ films });
    },
    restorePicture: (id, film) => patchFilm(id, (entry) => restoreEntry(entry, film)),
  };
}
