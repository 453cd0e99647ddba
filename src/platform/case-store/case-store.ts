import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A kept case without its pixels. `C` is what the app keeps of the reading. */
export interface KeptCase<C> {
  readonly id: number;
  /** Milliseconds since 1970; both. */
  readonly addedAt: number;
  readonly expiresAt: number;
  /** A keyed hash of the patient's identifier, or a group that the reader made; null for neither. */
  readonly patient: string | null;
  readonly bytes: number;
  readonly reading: C;
}

interface Schema extends DBSchema {
  cases: { key: number; value: KeptCase<unknown>; indexes: { expiresAt: number } };
  pixels: { key: number; value: { readonly id: number; readonly png: Blob } };
  secret: { key: 'patients'; value: CryptoKey };
}

const NAME = 'manet-cases';
const HMAC = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;

const open = () =>
  openDB<Schema>(NAME, 1, {
    upgrade(fresh) {
      const cases = fresh.createObjectStore('cases', { keyPath: 'id', autoIncrement: true });
      cases.createIndex('expiresAt', 'expiresAt');
      fresh.createObjectStore('pixels', { keyPath: 'id' });
      fresh.createObjectStore('secret');
    },
  });

/** Cases that the reader chose to keep, in IndexedDB; opened, and so made, only where that is on. */
export class CaseStore<C> {
  readonly #db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  static async open<C>(): Promise<CaseStore<C>> {
    return new CaseStore<C>(await open());
  }

  /** Removes what has expired, then lists the rest, the newest first. */
  async list(now = Date.now()): Promise<readonly KeptCase<C>[]> {
    const old = await this.#db.getAllKeysFromIndex(
      'cases',
      'expiresAt',
      IDBKeyRange.upperBound(now),
    );
    for (const id of old) await this.remove(id);
    return ((await this.#db.getAll('cases')) as KeptCase<C>[]).reverse();
  }

  /** Keeps a case whole or not at all. Rejects with QuotaExceededError where there is no room. */
  async add(kept: Omit<KeptCase<C>, 'id'>, png: Blob): Promise<void> {
    const transaction = this.#db.transaction(['cases', 'pixels'], 'readwrite');
    // A request may tell of the abort alone; the transaction knows its reason.
    transaction.done.catch(() => {});
    try {
      const id = await transaction.objectStore('cases').add(kept as KeptCase<unknown>);
      await transaction.objectStore('pixels').add({ id, png });
      await transaction.done;
    } catch (error) {
      throw transaction.error ?? error;
    }
  }

  async pixels(id: number): Promise<Blob | null> {
    return (await this.#db.get('pixels', id))?.png ?? null;
  }

  async setPatient(id: number, patient: string): Promise<void> {
    const kept = await this.#db.get('cases', id);
    if (kept) await this.#db.put('cases', { ...kept, patient });
  }

  async remove(id: number): Promise<void> {
    const transaction = this.#db.transaction(['cases', 'pixels'], 'readwrite');
    await transaction.objectStore('cases').delete(id);
    await transaction.objectStore('pixels').delete(id);
    await transaction.done;
  }

  /**
   * A patient's mark: HMAC-SHA-256 with a random key of this store, which cannot be read out. The
   * same patient has the same mark here, and another in every other store.
   */
  async markPatient(patientKey: string): Promise<string> {
    let key = await this.#db.get('secret', 'patients');
    if (!key) {
      key = await crypto.subtle.generateKey(HMAC, false, ['sign']);
      await this.#db.put('secret', key, 'patients');
    }
    const mark = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(patientKey));
    return Array.from(new Uint8Array(mark), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Everything goes, the key for patients too. */
  async wipe(): Promise<void> {
    const names = ['cases', 'pixels', 'secret'] as const;
    const transaction = this.#db.transaction(names, 'readwrite');
    for (const name of names) await transaction.objectStore(name).clear();
    await transaction.done;
  }
}
