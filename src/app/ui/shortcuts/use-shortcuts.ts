import { useEffect, useRef } from 'react';
import { shortcutRegistry } from './registry.ts';
import type { Shortcut } from './shortcut.ts';

/**
 * Keeps shortcuts registered while the component is mounted. The list may be made anew at every
 * drawing: only other keys or texts register it again, and what runs is always the newest.
 */
export function useShortcuts(list: readonly Shortcut[]): void {
  const newest = useRef(list);
  useEffect(() => {
    newest.current = list;
  });
  const shape = list.map(({ key, text }) => `${key} ${text}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the list
  useEffect(
    () =>
      shortcutRegistry.getState().register(
        newest.current.map((shortcut, index) => ({
          ...shortcut,
          run: shortcut.run && (() => newest.current[index]?.run?.()),
        })),
      ),
    [shape],
  );
}
