import type { Page } from '@playwright/test';
import type { PackedEntry } from '../../src/app/features/session/pack-entry.ts';
import type { JournalResult } from '../../src/platform/storage/session/session-journal.ts';

/** What became of one film, by its number in the journal. */
export interface Ending {
  readonly id: number;
  readonly status: PackedEntry['state']['status'];
  /** The code of what spoke against it; null for a film that was read. */
  readonly code: string | null;
  /** The whole reading; null for a film that was not read. */
  readonly tookMs: number | null;
}

/** What `ask`, which runs in the page, finds out from the session's database. Rejects where it cannot be opened. */
async function askJournal<T>(page: Page, ask: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const journal = await page.evaluateHandle(
    () =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('manet-session');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve(opening.result);
      }),
  );
  try {
    return await journal.evaluate(ask);
  } finally {
    await journal.evaluate((db) => db.close());
    await journal.dispose();
  }
}

/** How many films the journal holds, and how many of them have ended. */
export function countJournal(page: Page): Promise<{ films: number; ended: number }> {
  return askJournal(
    page,
    (db) =>
      new Promise((resolve, reject) => {
        const read = db.transaction(['films', 'results']);
        const films = read.objectStore('films').count();
        const results = read.objectStore('results').count();
        read.oncomplete = () => resolve({ films: films.result, ended: results.result });
        read.onabort = () => reject(read.error);
      }),
  );
}

/** The endings of all films that have ended: what a reload does not read again. */
export function readJournal(page: Page): Promise<Ending[]> {
  return askJournal(
    page,
    (db) =>
      new Promise((resolve, reject) => {
        const reading: IDBRequest<JournalResult<PackedEntry>[]> = db
          .transaction('results')
          .objectStore('results')
          .getAll();
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () =>
          resolve(
            reading.result.map(({ id, result: { state } }) => ({
              id,
              status: state.status,
              code: 'problem' in state ? state.problem.code : null,
              tookMs: state.status === 'done' ? state.study.timingsMs.total : null,
            })),
          );
      }),
  );
}
