import { FilmList } from '../film-list.ts';
import type { SessionSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createSessionSlice({ get, set, patchFilm }: StoreParts): SessionSlice {
  return {
    session: 'opening',
    tellSession: (session) => set({ session }),
    markKept(id, kept) {
      if (get().films.get(id)?.kept !== kept) patchFilm(id, () => ({ kept }));
    },
    loseStorage() {
      const films = get().films.map((entry) => ({ ...entry, kept: 'storage-gone' as const }));
      set({ films: FilmList.of(films), session: 'gone' });
    },
  };
}
