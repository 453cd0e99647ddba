import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { OfflineState } from './offline-state.ts';
import type { OfflineActions, OfflineStore } from './offline-store.ts';

const OfflineContext = createContext<OfflineStore | null>(null);

export function OfflineProvider({ store, children }: { store: OfflineStore; children: ReactNode }) {
  return <OfflineContext value={store}>{children}</OfflineContext>;
}

/** A part of what is known about use without network. */
export function useOffline<T>(select: (state: OfflineState & OfflineActions) => T): T {
  const store = useContext(OfflineContext);
  if (!store) throw new Error('useOffline needs an OfflineProvider above it');
  return useStore(store, select);
}
