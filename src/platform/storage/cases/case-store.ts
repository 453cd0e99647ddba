import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { toHex } from '../../../bytes/hex.ts';
import { CASE_SHAPE, type KeptCase, type StoredCase, toKeptCase } from './case-shape.ts';

interface Schema extends DBSchema {
  cases: { key: number; value: StoredCase<unknown>; indexes: { expiresAt: number } };
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

/** A case that the store has not numbered yet. */
export type NewCase<C> = Omit<KeptCase<C>, 'id' | 'reading'> & { readonly reading: C };

/** Cases that the reader chose to keep, in IndexedDB; opened, and so made, only where that is on. */
export class CaseStore<C> {
  readonly #db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  static async open<C>(): Promise<CaseStore<C>> {
    return new CaseStore<C>(await open());
  }

  /** Removes what has expired, then lists the rest, the last kept first. */
  async list(now = Date.now()): Promise<readonly KeptCase<C>[]> {
    const old = await this.#db.getAllKeysFromIndex(
      'cases',
      'expiresAt',
      IDBKeyRange.upperBound(now),
    );
    for (const id of old) await this.remove(id);
    const stored = (await this.#db.getAll('cases')) as StoredCase<C>[];
    return stored.map(toKeptCase).sort((a, b) => b.addedAt - a.addedAt);
  }

  /**
   * Keeps a case whole or not at all. A film is one case: kept again, its reading and pixels take the
   * place of the earlier ones, and its patient stays where no other is named.
   * Rejects with QuotaExceededError where there is no room.
   */
  async keep(kept: NewCase<C>, png: Blob): Promise<void> {
    const transaction = this.#db.transaction(['cases', 'pixels'], 'readwrite');
    // A request may tell of the abort alone; the transaction knows its reason.
    transaction.done.catch(() => {});
    try {
      const cases = transaction.objectStore('cases');
      const all = (await cases.getAll()).map(toKeptCase);
      const same = all.find(({ film }) => film !== null && film === kept.film);
      const id = await cases.put({
        ...kept,
        ...(same && { id: same.id, patient: kept.patient ?? same.patient }),
        shape: CASE_SHAPE,
      } as StoredCase<unknown>);
      await transaction.objectStore('pixels').put({ id, png });
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
   * HMAC-SHA-256 of a patient's identifier or a film's bytes with a random key of this store, which
   * cannot be read out. The same has the same mark here, and another in every other store.
   */
  async mark(of: BufferSource): Promise<string> {
    let key = await this.#db.get('secret', 'patients');
    if (!key) {
      key = await crypto.subtle.generateKey(HMAC, false, ['sign']);
      await this.#db.put('secret', key, 'patients');
    }
    const mark = await crypto.subtle.sign('HMAC', key, of);
    return toHex(new Uint8Array(mark));
  }

  /** Everything goes, the key for patients too. */
  async wipe(): Promise<void> {
    const names = ['cases', 'pixels', 'secret'] as const;
    const transaction = this.#db.transaction(names, 'readwrite');
    for (const name of names) await transaction.objectStore(name).clear();
    await transaction.done;
  }
}
