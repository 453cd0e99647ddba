import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** An IndexedDB with nothing in it, in place of the one before. */
export function freshIndexedDb(): void {
  globalThis.indexedDB = new IDBFactory();
}
