import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

export interface Downloaded {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

/** Does something that saves a file, and returns the file. */
export async function downloadBy(page: Page, act: () => Promise<void>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: await readFile(path) };
}
