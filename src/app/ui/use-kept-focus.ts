import { type RefObject, useEffect } from 'react';

/**
 * Gives the focus to an element when a change took the focused one out of the page: keyboards would
 * start again at its top.
 */
export function useKeptFocus(heir: RefObject<HTMLElement | null>, change: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change is what it waits for
  useEffect(() => {
    if (document.activeElement === document.body) heir.current?.focus();
  }, [heir, change]);
}
