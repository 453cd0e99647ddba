import type { WindowSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createWindowSlice({ get, patchFilm }: StoreParts): WindowSlice {
  return {
    chooseWindow(id, window) {
      const entry = get().films.get(id);
      if (!entry || entry.source.kind === 'demo') return;
      const source = { ...entry.source, window };
      patchFilm(id, () => ({ source }));
      get().rerunFilms([id]);
    },
  };
}
