import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { FilmEntry } from './film-state.ts';
import type { ReaderState, ReaderStore } from './reader-state.ts';

const ReaderContext = createContext<ReaderStore | null>(null);

export function ReaderProvider({ store, children }: { store: ReaderStore; children: ReactNode }) {
  return <ReaderContext value={store}>{children}</ReaderContext>;
}

/** The store itself, for what is read only when something is done. */
export function useReaderStore(): ReaderStore {
  const store = useContext(ReaderContext);
  if (!store) throw new Error("the reader's state needs a ReaderProvider above it");
  return store;
}

/** A part of the screen's state; the component is drawn again only when that part changes. */
export function useReader<T>(select: (state: ReaderState) => T): T {
  return useStore(useReaderStore(), select);
}

export function useSelectedFilm(): FilmEntry | null {
  return useReader(({ films, selectedId }) =>
    selectedId === null ? null : (films.get(selectedId) ?? null),
  );
}
