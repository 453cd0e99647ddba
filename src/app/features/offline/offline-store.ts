import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Problem, toProblem } from '../../../errors/problem.ts';
import type { Persistence } from '../../../platform/offline/keep-storage.ts';
import type { StoreNews } from '../../../platform/storage/models/store-news.ts';
import {
  isWhole,
  type KeptFiles,
  type Release,
  type SwitchAnswer,
} from '../../../workers/offline/protocol.ts';
import type { OfflineState } from './offline-state.ts';

/** Browsers clear files without telling, when the disk fills up. */
const STALE_MS = 10 * 60 * 1000;

/** What the browser does for the store. */
export interface OfflinePorts {
  readonly askForKept: (worker: ServiceWorker, verify: boolean) => Promise<KeptFiles>;
  readonly askForRelease: (worker: ServiceWorker) => Promise<Release | null>;
  readonly askToSwitch: (worker: ServiceWorker) => Promise<SwitchAnswer>;
  readonly readPersistence: () => Promise<Persistence>;
  readonly askForPersistence: () => Promise<Persistence>;
  readonly promptInstall: () => Promise<void>;
}

export interface OfflineActions {
  /** Looks at every file again. */
  check(): Promise<void>;
  /** The same, unless that was done a short while ago. */
  checkIfStale(): Promise<void>;
  askToKeep(): Promise<void>;
  /** Lets the waiting version take over, unless other tabs need the one in use. */
  switchNow(): Promise<void>;
  /** Hides the bar, or shows it again. */
  putOffUpdate(later: boolean): void;
  install(): Promise<void>;
  openDialog(open: boolean): void;
  /** What the browser tells of. */
  workerActive(worker: ServiceWorker): void;
  workerWaiting(worker: ServiceWorker): void;
  workerMissing(why: Problem): void;
  storeNews(news: StoreNews): void;
  installOffered(offered: boolean): void;
}

export type OfflineStore = StoreApi<OfflineState & OfflineActions>;

/** Whether the app works without network, and whether a newer one waits; outside React. */
export function createOfflineStore(ports: OfflinePorts): OfflineStore {
  let active: ServiceWorker | null = null;
  /** Checks go one after another: each reads every file. */
  let checking: Promise<void> = Promise.resolve();
  let counting = false;
  let notKept: Problem | null = null;
  let askedToKeep = false;

  return createStore<OfflineState & OfflineActions>()((set, get) => {
    async function look(worker: ServiceWorker, verify: boolean): Promise<void> {
      let kept: KeptFiles;
      try {
        kept = await ports.askForKept(worker, verify);
      } catch (error) {
        set({ readiness: { status: 'missing', why: toProblem(error) } });
        return;
      }
      // Files that were only counted may be damaged.
      if (isWhole(kept) && !verify) return look(worker, true);
      if (!isWhole(kept)) {
        set({ readiness: { status: 'incomplete', kept, why: notKept } });
        return;
      }
      notKept = null;
      set({ readiness: { status: 'ready', kept, at: new Date() } });
      // Now there is something to keep; asking earlier might puzzle whom the browser asks.
      if (!askedToKeep && get().persistence !== 'kept') {
        askedToKeep = true;
        await get().askToKeep();
      }
    }

    const verify = (): Promise<void> => {
      set({ checking: true });
      const mine = checking.then(async () => {
        if (active) await look(active, true);
        if (checking === mine) set({ checking: false });
      });
      checking = mine;
      return mine;
    };

    return {
      readiness: { status: 'checking' },
      checking: false,
      persistence: 'unknown',
      release: null,
      update: null,
      canInstall: false,
      dialogOpen: false,
      check: verify,
      async checkIfStale() {
        const { readiness } = get();
        const ageMs = readiness.status === 'ready' ? Date.now() - readiness.at.getTime() : Infinity;
        if (ageMs > STALE_MS) await verify();
      },
      async askToKeep() {
        set({ persistence: await ports.askForPersistence() });
      },
      async switchNow() {
        const { update } = get();
        if (!update) return;
        try {
          const answer = await ports.askToSwitch(update.worker);
          if ('otherTabs' in answer) set({ update: { ...update, otherTabs: answer.otherTabs } });
        } catch (error) {
          set({ readiness: { status: 'missing', why: toProblem(error) } });
        }
      },
      putOffUpdate(later) {
        const { update } = get();
        if (update) set({ update: { ...update, later } });
      },
      install: () => ports.promptInstall(),
      openDialog: (dialogOpen) => set({ dialogOpen }),
      workerActive(worker) {
        if (worker === active) return;
        active = worker;
        ports.readPersistence().then((persistence) => set({ persistence }));
        ports.askForRelease(worker).then(
          (release) => set({ release }),
          () => {},
        );
        verify();
      },
      workerWaiting(worker) {
        if (get().update?.worker === worker) return;
        set({ update: { worker, release: null, later: false, otherTabs: 0 } });
        ports.askForRelease(worker).then(
          (release) => {
            const { update } = get();
            if (update?.worker === worker) set({ update: { ...update, release } });
          },
          // It is offered all the same, without its changes.
          () => {},
        );
      },
      workerMissing: (why) => set({ readiness: { status: 'missing', why } }),
      storeNews(news) {
        if (news.type === 'not-kept') notKept = news.problem;
        // Shards arrive in bursts; one count tells of all that came while it waited its turn.
        if (counting || get().readiness.status === 'ready') return;
        counting = true;
        checking = checking.then(async () => {
          counting = false;
          if (active && get().readiness.status !== 'ready') await look(active, false);
          set({ checking: false });
        });
      },
      installOffered: (canInstall) => set({ canInstall }),
    };
  });
}
