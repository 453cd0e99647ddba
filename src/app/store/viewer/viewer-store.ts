import { subscribeWithSelector } from 'zustand/middleware';
import { createStore, type Mutate, type StoreApi } from 'zustand/vanilla';
import type { FilmSize } from '../../../imaging/view/points.ts';
import type { View } from '../../../imaging/view/view.ts';
import {
  firstLook,
  type Look,
  PANE_KINDS,
  type PaneKind,
  type Tool,
  type ViewerState,
} from './viewer-state.ts';

export interface ViewerActions {
  /** Changes how a film is looked at, in all panes at once. */
  changeLook(id: number, film: FilmSize, change: (look: Look) => Partial<Look>): void;
  changeView(id: number, film: FilmSize, change: (view: View) => View): void;
  /** Shows these pictures side by side, in their own order; never none. */
  showPanes(panes: readonly PaneKind[]): void;
  /** Begins or ends the correction of lungs, which are on screen then. */
  toggleEditing(): void;
  /** Chooses what a drag does; the correction of lungs ends. */
  takeTool(tool: Tool): void;
  /** Forgets how a film was looked at. */
  forgetLook(id: number): void;
  set(change: Partial<ViewerState>): void;
}

export type ViewerStore = Mutate<
  StoreApi<ViewerState & ViewerActions>,
  [['zustand/subscribeWithSelector', never]]
>;

/** A phone shows one picture at a time, until it is asked for more. */
const NARROW = '(max-width: 51.9375rem)';

function firstPanes(): readonly PaneKind[] {
  return globalThis.matchMedia?.(NARROW).matches ? ['film'] : PANE_KINDS;
}

/** How films are looked at: nothing of it is about what was found. */
export function createViewerStore(panes = firstPanes()): ViewerStore {
  return createStore<ViewerState & ViewerActions>()(
    subscribeWithSelector((set, get) => ({
      looks: new Map(),
      panes,
      stacked: false,
      lungPicture: 'outline',
      tool: 'pan',
      magnifier: false,
      heatThreshold: 0,
      lungOpacity: 0.25,
      editing: false,
      editTool: 'brush',
      brushShare: 0.03,
      draft: null,
      pointer: null,
      changeLook(id, film, change) {
        const look = get().looks.get(id) ?? firstLook(film);
        set({ looks: new Map(get().looks).set(id, { ...look, ...change(look) }) });
      },
      changeView(id, film, change) {
        get().changeLook(id, film, ({ view }) => ({ view: change(view) }));
      },
      showPanes(wanted) {
        if (wanted.length > 0) set({ panes: PANE_KINDS.filter((kind) => wanted.includes(kind)) });
      },
      toggleEditing() {
        const { editing: was, panes, stacked, showPanes } = get();
        set({ editing: !was, draft: null });
        if (!was && !stacked && !panes.includes('lungs')) showPanes(['lungs']);
      },
      takeTool: (tool) => set({ tool, editing: false }),
      forgetLook(id) {
        const looks = new Map(get().looks);
        if (looks.delete(id)) set({ looks });
      },
      set: (change) => set(change),
    })),
  );
}
