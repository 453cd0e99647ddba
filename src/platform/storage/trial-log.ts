import { type IDBPDatabase, openDB } from 'idb';
import type { RememberedTrial, TrialLog } from '../../models/backend-trial.ts';

const DATABASE = 'device';
const STORE = 'self-tests';

export interface ForgetfulTrialLog extends TrialLog {
  /** Forgets every self-test, so that the next start runs them all again. */
  forget(): Promise<void>;
}

/**
 * Self-tests remembered in IndexedDB. Where there is none (a private window, a full disk) nothing
 * is remembered, and every start tests again.
 */
export function browserTrialLog(): ForgetfulTrialLog {
  let opened: Promise<IDBPDatabase> | null = null;
  const database = () => {
    opened ??= openDB(DATABASE, 1, {
      upgrade(db) {
        db.createObjectStore(STORE);
      },
    });
    return opened;
  };

  return {
    async recall(key) {
      try {
        const found: unknown = await (await database()).get(STORE, key);
        return (found as RememberedTrial | undefined) ?? null;
      } catch {
        return null;
      }
    },
    async record(key, trial) {
      try {
        await (await database()).put(STORE, trial, key);
      } catch {
        // The next start tests again.
      }
    },
    async forget() {
      try {
        await (await database()).clear(STORE);
      } catch {
        // There was nothing to forget.
      }
    },
  };
}
