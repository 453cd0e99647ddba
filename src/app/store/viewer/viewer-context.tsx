import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { DisplayState, FilmDisplay } from '../../../workers/display/client.ts';
import type { ViewerState } from './viewer-state.ts';
import { createViewerStore, type ViewerActions, type ViewerStore } from './viewer-store.ts';

interface Parts {
  readonly store: ViewerStore;
  /** Null where there is no worker for it: then the page's own smaller picture is shown. */
  readonly display: FilmDisplay | null;
}

/** Without a provider films are looked at just the same, in the page's own picture. */
const ViewerContext = createContext<Parts>({ store: createViewerStore(), display: null });

interface ProviderProps extends Parts {
  readonly children: ReactNode;
}

/** Keeps how films are looked at, whichever of them is on screen. */
export function ViewerProvider({ store, display, children }: ProviderProps) {
  const [parts] = useState<Parts>({ store, display });
  return <ViewerContext value={parts}>{children}</ViewerContext>;
}

export function useViewerStore(): ViewerStore {
  return useContext(ViewerContext).store;
}

export function useViewer<T>(select: (state: ViewerState & ViewerActions) => T): T {
  return useStore(useContext(ViewerContext).store, select);
}

export function useDisplay(): FilmDisplay | null {
  return useContext(ViewerContext).display;
}

const NONE: DisplayState = { status: 'closed', levels: 0, start: null, auto: null };
const never = () => () => {};

export function useDisplayState(): DisplayState {
  const display = useDisplay();
  return useSyncExternalStore(display?.subscribe ?? never, () => display?.state ?? NONE);
}
