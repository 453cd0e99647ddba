import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sample } from '../soak/watch-page.ts';
import type { Ending } from './read-journal.ts';

/** What is known of a batch that may take more than one sitting, each with a browser of its own. */
export interface Log {
  readonly sittings: number;
  /** From the films' coming, or the page's opening, to the end; all sittings together. */
  readonly spentMs: number;
  readonly backend: string;
  /** What had ended when the page was loaded anew, and how long the list took to be there again. */
  readonly reload: { readonly before: readonly Ending[]; readonly restoredMs: number } | null;
  readonly memory: readonly Sample[];
}

export const BEGUN: Log = { sittings: 0, spentMs: 0, backend: '', reload: null, memory: [] };

const pathOf = (profile: string) => join(profile, 'batch-log.json');

/** Null where nothing was begun in this profile. */
export async function readLog(profile: string): Promise<Log | null> {
  const path = pathOf(profile);
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : null;
}

export async function writeLog(profile: string, log: Log): Promise<void> {
  await writeFile(pathOf(profile), JSON.stringify(log));
}
