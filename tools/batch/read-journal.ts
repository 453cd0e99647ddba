import type { Page } from '@playwright/test';
import type { PackedEntry } from '../../src/app/session/pack-entry.ts';
import type { JournalResult } from '../../src/platform/session-journal/session-journal.ts';

/** What became of one film, by its number in the journal. */
export interface Ending {
  readonly id: number;
  readonly status: PackedEntry['state']['status'];
  /** The code of what spoke against it; null for a film that was read. */
  readonly code: string | null;
  /** The whole reading; null for a film that was not read. */
  readonly tookMs: number | null;
}

/** How many films the journal holds, and how many of them have ended. */
export function countJournal(page: Page): Promise<{ films: number; ended: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('manet-session');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const read = db.transaction(['films', 'results']);
          const films = read.objectStore('films').count();
          const results = read.objectStore('results').count();
          read.oncomplete = () => {
            db.close();
            resolve({ films: films.result, ended: results.result });
          };
          read.onabort = () => reject(read.error);
        };
      }),
  );
}

/** The endings of all films that have ended: what a reload does not read again. */
export function readJournal(page: Page): Promise<Ending[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('manet-session');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction('results').objectStore('results').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            db.close();
            const results: JournalResult<PackedEntry>[] = reading.result;
            resolve(
              results.map(({ id, result: { state } }) => ({
                id,
                status: state.status,
                code: 'problem' in state ? state.problem.code : null,
                tookMs: state.status === 'done' ? state.study.timingsMs.total : null,
              })),
            );
          };
        };
      }),
  );
}
