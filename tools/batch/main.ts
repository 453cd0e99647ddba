/**
 * npm run batch
 *
 * Reads 200 real films (BATCH_FILMS) in the built app in headless Chromium, loads the page anew in
 * the middle, counts what became of every film, and writes docs/study/batch.json and batch.md.
 * Takes minutes: the films come from MANET_DATA, and without them nothing is done. After
 * BATCH_MINUTES (60) it closes the browser; the next run goes on where it was, in the browser
 * profile of BATCH_PROFILE.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../chromium/find-chromium.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { Threads } from '../soak/threads.ts';
import { takeSample, watchPage } from '../soak/watch-page.ts';
import { BEGUN, type Log, readLog, writeLog } from './log.ts';
import { pickFilms } from './pick-films.ts';
import { countJournal, readJournal } from './read-journal.ts';
import { renderBatch } from './render.ts';

const FILMS = Number(process.env.BATCH_FILMS ?? 200);
const SITTING_MS = Number(process.env.BATCH_MINUTES ?? 60) * 60_000;
const READY_MS = 180_000;
const POLL_MS = 500;
/** The journal belongs to the origin, so that the port stays the same from run to run. */
const PORT = Number(process.env.APP_PORT ?? 4190);

const DATA = resolve(process.env.MANET_DATA ?? '../shared/data');
const STUDY = join(import.meta.dirname, '..', '..', 'docs', 'study');

/** Waits until so many films have ended; false where the sitting ends before. */
async function waitFor(page: Page, count: number, untilMs: number): Promise<boolean> {
  for (;;) {
    const { films, ended } = await countJournal(page);
    if (films === FILMS && ended >= count) return true;
    if (performance.now() > untilMs) {
      console.error(`${ended} of ${films} films have ended; run it again to go on.`);
      return false;
    }
    await setTimeout(POLL_MS);
  }
}

/** One sitting: reads on until all films have ended or the time is over. */
async function readOn(page: Page, threads: Threads, log: Log): Promise<Log> {
  const films = page.getByRole('navigation').getByRole('listitem');
  const backend = await page.getByText(/^Ready on /).textContent({ timeout: READY_MS });
  const began = performance.now();
  const untilMs = began + SITTING_MS;
  if (log.sittings === 0) {
    const paths = await pickFilms(DATA, FILMS);
    await page.locator('input[type=file]:not([data-kind])').setInputFiles(paths);
  }
  let { memory, reload } = log;
  const reached = async (count: number) => {
    if (memory.some((sample) => sample.films === count)) return true;
    if (!(await waitFor(page, count, untilMs))) return false;
    memory = [...memory, await takeSample(page, threads, count)];
    return true;
  };
  if ((await reached(Math.floor(FILMS / 10))) && (await reached(Math.floor(FILMS / 2)))) {
    if (!reload) {
      const before = await readJournal(page);
      const reloaded = performance.now();
      await page.reload();
      await films.first().waitFor();
      reload = { before, restoredMs: performance.now() - reloaded };
    }
    await reached(FILMS);
  }
  return {
    sittings: log.sittings + 1,
    spentMs: log.spentMs + performance.now() - began,
    backend: backend ?? '',
    reload,
    memory,
  };
}

async function run(): Promise<void> {
  const profile = resolve(
    process.env.BATCH_PROFILE ?? (await mkdtemp(join(tmpdir(), 'manet-batch-'))),
  );
  const server = await preview({ preview: { port: PORT, host: '127.0.0.1', strictPort: true } });
  const browser = await chromium.launchPersistentContext(join(profile, 'browser'), {
    executablePath: findChromium(),
    args: ['--no-sandbox'],
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await browser.newPage();
    // The compiler of tsx names functions by a helper that the page has not.
    await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
    await watchPage(page);
    const threads = await Threads.watch(page);
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const log = await readOn(page, threads, (await readLog(profile)) ?? BEGUN);
    await writeLog(profile, log);
    const after = await readJournal(page);
    if (!log.reload || after.length < FILMS) {
      process.exitCode = 2;
      return;
    }
    const listed = await page
      .getByRole('navigation')
      .getByRole('listitem')
      .first()
      .getAttribute('aria-setsize');
    const { json, markdown } = renderBatch({
      date: new Date().toISOString().slice(0, 10),
      commit: currentCommit(),
      processor: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores`,
      browser: `Chromium ${browser.browser()?.version() ?? ''}, headless`,
      films: FILMS,
      listed: Number(listed),
      sittings: log.sittings,
      spentMs: log.spentMs,
      backend: log.backend,
      memory: log.memory,
      ...log.reload,
      after,
    });
    await writeFile(join(STUDY, 'batch.json'), json);
    await writeFile(join(STUDY, 'batch.md'), markdown);
    process.stdout.write(markdown);
    if (Number(listed) !== FILMS) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

if (existsSync(join(DATA, 'classification.csv'))) await run();
else console.log(`No real films: there is no classification.csv in ${DATA} (set MANET_DATA).`);
