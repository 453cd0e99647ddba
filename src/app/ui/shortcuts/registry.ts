import { createStore } from 'zustand/vanilla';
import type { Shortcut } from './shortcut.ts';

interface Registry {
  /** One list for each part of the screen, the newest last. */
  readonly lists: readonly (readonly Shortcut[])[];
  /** Adds a list; returns what takes it away. */
  register(list: readonly Shortcut[]): () => void;
}

/** All shortcuts that work at present. */
export const shortcutRegistry = createStore<Registry>()((set) => ({
  lists: [],
  register(list) {
    set(({ lists }) => ({ lists: [...lists, list] }));
    return () => set(({ lists }) => ({ lists: lists.filter((other) => other !== list) }));
  },
}));
