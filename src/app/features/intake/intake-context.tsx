import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { IntakeState, IntakeStore } from './intake-store.ts';

const IntakeContext = createContext<IntakeStore | null>(null);

export function IntakeProvider({ store, children }: { store: IntakeStore; children: ReactNode }) {
  return <IntakeContext value={store}>{children}</IntakeContext>;
}

/** A part of what is known about the files that were brought. */
export function useIntake<T>(select: (state: IntakeState) => T): T {
  const store = useContext(IntakeContext);
  if (!store) throw new Error('useIntake needs an IntakeProvider above it');
  return useStore(store, select);
}
