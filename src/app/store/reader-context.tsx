import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { FilmEntry } from './film-state.ts';
import type { ReaderState } from './reader-state.ts';
import type { ReaderStore } from './reader-store.ts';

const ReaderContext = createContext<ReaderStore | null>(null);

export function ReaderProvider({ store, children }: { store: ReaderStore; children: ReactNode }) {
  return <ReaderContext value={store}>{children}</ReaderContext>;
}

/** A part of the screen's state; the component is drawn again only when that part changes. */
export function useReader<T>(select: (state: ReaderState) => T): T {
  const store = useContext(ReaderContext);
  if (!store) throw new Error('useReader needs a ReaderProvider above it');
  return useStore(store, select);
}

export function useSelectedFilm(): FilmEntry | null {
  return useReader(({ films, selectedId }) => films.find(({ id }) => id === selectedId) ?? null);
}
