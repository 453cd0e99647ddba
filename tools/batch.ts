/**
 * npm run batch
 *
 * Reads 200 real films (BATCH_FILMS) in the built app in headless Chromium, loads the page anew in
 * the middle, counts what became of every film, and writes docs/study/batch.json and batch.md.
 * Takes minutes: the films come from MANET_DATA, and without them nothing is done.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { pickFilms } from './batch/pick-films.ts';
import { countJournal, readJournal } from './batch/read-journal.ts';
import { renderBatch } from './batch/render.ts';
import { currentCommit } from './evaluate/current-commit.ts';
import { findChromium } from './find-chromium.ts';
import { takeSample, watchPage } from './soak/watch-page.ts';

const FILMS = Number(process.env.BATCH_FILMS ?? 200);
const MAX_MS = 60 * 60_000;
const READY_MS = 180_000;
const POLL_MS = 500;

const DATA = resolve(process.env.MANET_DATA ?? '../shared/data');
const STUDY = join(import.meta.dirname, '..', 'docs', 'study');

/** Waits until so many films have ended. */
async function waitFor(page: Page, count: number): Promise<void> {
  const until = performance.now() + MAX_MS;
  for (;;) {
    const { films, ended } = await countJournal(page);
    if (films === FILMS && ended >= count) return;
    if (performance.now() > until) {
      throw new Error(
        `${ended} of ${films} films in the list had ended after ${MAX_MS / 60_000} min`,
      );
    }
    await setTimeout(POLL_MS);
  }
}

async function readInTwoHalves(page: Page, url: string, paths: readonly string[]) {
  const films = page.getByRole('navigation').getByRole('listitem');
  await watchPage(page);
  await page.goto(url);
  const ready = page.getByText(/^Ready on /);
  await ready.waitFor({ timeout: READY_MS });
  const began = performance.now();
  await page.locator('input[type=file]:not([data-kind])').setInputFiles([...paths]);
  await waitFor(page, Math.floor(FILMS / 10));
  const early = await takeSample(page, Math.floor(FILMS / 10));
  await waitFor(page, Math.floor(FILMS / 2));
  const middle = await takeSample(page, Math.floor(FILMS / 2));
  const before = await readJournal(page);
  const reloaded = performance.now();
  await page.reload();
  await films.first().waitFor();
  const restoredMs = performance.now() - reloaded;
  await waitFor(page, FILMS);
  const totalMs = performance.now() - began;
  return {
    backend: (await ready.textContent()) ?? '',
    listed: Number(await films.first().getAttribute('aria-setsize')),
    before,
    after: await readJournal(page),
    restoredMs,
    totalMs,
    memory: [early, middle, await takeSample(page, FILMS)],
  };
}

async function run(): Promise<void> {
  const paths = await pickFilms(DATA, FILMS);
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The compiler of tsx names functions by a helper that the page has not.
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
    const found = await readInTwoHalves(page, server.resolvedUrls?.local[0] ?? '', paths);
    const { json, markdown } = renderBatch({
      date: new Date().toISOString().slice(0, 10),
      commit: currentCommit(),
      processor: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
      browser: `Chromium ${browser.version()}, headless`,
      films: FILMS,
      ...found,
    });
    await writeFile(join(STUDY, 'batch.json'), json);
    await writeFile(join(STUDY, 'batch.md'), markdown);
    process.stdout.write(markdown);
    if (found.after.length !== FILMS || found.listed !== FILMS) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

if (existsSync(join(DATA, 'classification.csv'))) await run();
else console.log(`No real films: there is no classification.csv in ${DATA} (set MANET_DATA).`);
