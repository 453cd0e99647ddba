import type { Problem } from '../../../errors/problem.ts';
import type { Persistence } from '../../../platform/offline/keep-storage.ts';
import type { KeptFiles, Release } from '../../../workers/offline/protocol.ts';

/** Whether films can be read without network. */
export type Readiness =
  | { readonly status: 'checking' }
  /** Nothing on this device serves the app. */
  | { readonly status: 'missing'; readonly why: Problem }
  | {
      readonly status: 'incomplete';
      readonly kept: KeptFiles;
      /** Null where files are simply still on their way. */
      readonly why: Problem | null;
    }
  /** Every file was found and its hash was right, at that time. */
  | { readonly status: 'ready'; readonly kept: KeptFiles; readonly at: Date };

/** A newer version, whole on this device. */
interface Update {
  readonly worker: ServiceWorker;
  readonly release: Release | null;
  /** The reader does not want to hear of it now. */
  readonly later: boolean;
  /** Tabs beside this one that keep the older version in use, as far as is known. */
  readonly otherTabs: number;
}

export interface OfflineState {
  readonly readiness: Readiness;
  /** Files are being read again; until that is done, the older finding stands. */
  readonly checking: boolean;
  readonly persistence: Persistence;
  /** What this page runs; null until it is known. */
  readonly release: Release | null;
  readonly update: Update | null;
  readonly canInstall: boolean;
  readonly dialogOpen: boolean;
}
