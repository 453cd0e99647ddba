import type { Presence } from '../../platform/storage/models/check-files.ts';

/** What release.json says of a version. */
export interface Release {
  readonly version: string;
  readonly date: string;
  /** Stands for the code: it differs wherever the code does. */
  readonly build: string;
  /** What changed, for the people who read films. */
  readonly changes: readonly string[];
}

/** What of this version is on this device. */
export interface KeptFiles {
  readonly shell: Presence;
  /** Null where the cards that list the files are missing themselves. */
  readonly models: Presence | null;
}

/** What a page asks a service worker. */
export type ToServiceWorker =
  /** Answered by an KeptFiles. Without `verify` files are only counted. */
  | { readonly type: 'check'; readonly verify: boolean }
  /** Answered by the Release of that service worker's version, or null. */
  | { readonly type: 'describe' }
  /** To one that waits. Answered by a SwitchAnswer. */
  | { readonly type: 'use-now' };

/** Other tabs would lose their version's files while they may be reading films. */
export type SwitchAnswer = { readonly switching: true } | { readonly otherTabs: number };

/** Everything that is needed without network has been found. */
export function isWhole({ shell, models }: KeptFiles): boolean {
  const whole = ({ present, needed }: Presence) => present === needed;
  return models !== null && whole(shell) && whole(models);
}
