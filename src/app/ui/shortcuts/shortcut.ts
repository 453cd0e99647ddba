/** Where a shortcut stands on the sheet. */
export const SHORTCUT_GROUPS = ['films', 'reading', 'app'] as const;

/** A key that does something as long as the part of the screen is there that registered it. */
export interface Shortcut {
  /** As KeyboardEvent.key has it, letters in lower case: 'o', '1', '?', 'Delete', 'ArrowLeft'. */
  readonly key: string;
  readonly group: (typeof SHORTCUT_GROUPS)[number];
  /** What it does, from the feature's catalogue. */
  readonly text: string;
  /** Null where the browser or a component does it, and the sheet only tells of it. */
  readonly run: (() => void) | null;
  /** Whether a key that is held down goes on. */
  readonly repeats?: boolean;
  /** Whether it works over an open dialog too. */
  readonly inDialogs?: boolean;
}

/** Letters, digits and signs, which speech input may utter by chance (WCAG 2.2, 2.1.4). */
export function isSingleCharacter({ key }: Pick<Shortcut, 'key'>): boolean {
  return key.length === 1;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Whether this is the shortcut's key. Letters and digits are also taken by their place, for Arabic
 * letters, Chinese input and keyboards on which digits need shift.
 */
export function matchesKey({ key }: Pick<Shortcut, 'key'>, event: Pressed): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (/^[a-z0-9]$/.test(key)) {
    if (event.shiftKey) return false;
    const typed = event.key.toLowerCase();
    if (/^[a-z]$/.test(key) && /^[a-z]$/.test(typed)) return typed === key;
    return (
      typed === key || event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`
    );
  }
  return event.key === key;
}
