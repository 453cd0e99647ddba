/**
 * npm run batch
 *
 * Reads 200 real films (BATCH_FILMS) in the built app in headless Chromium, loads the page anew in
 * the middle, counts what became of every film, and writes docs/study/batch.json and batch.md.
 * Takes minutes: the films come from MANET_DATA, and without them nothing is done.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { LABELS } from '../src/models/labels.ts';
import { findChromium } from './find-chromium.ts';

const FILMS = Number(process.env.BATCH_FILMS ?? 200);
const RELOAD_AFTER = Math.floor(FILMS / 2);
const MAX_MINUTES = 60;
const POLL_MS = 500;

const DATA = resolve(process.env.MANET_DATA ?? '../shared/data');
const LIST = resolve(DATA, 'classification.csv');
const STUDY = join(import.meta.dirname, '..', 'docs', 'study');

/** Films of the test split by patient, the five classes in turn. */
function pickFilms(): string[] {
  const [header = '', ...lines] = readFileSync(LIST, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
  const byClass = LABELS.map((label) =>
    rows.filter((row) => row.split_group === 'test' && row.label === label),
  );
  const rounds = Math.max(...byClass.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    byClass.flatMap((films) => films.slice(round, round + 1)),
  )
    .flat()
    .slice(0, FILMS)
    .map(({ file = '' }) => resolve(DATA, file));
}

interface Counts {
  /** Films in the journal, and what was found on them, by state. */
  readonly films: number;
  readonly states: Readonly<Record<string, number>>;
}

/** What the journal holds: it is what a reload goes on with. */
function readJournal(page: Page): Promise<Counts> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settle(indexedDB.open('manet-session'));
    if (!db.objectStoreNames.contains('films')) return { films: 0, states: {} };
    const read = db.transaction(['films', 'results']);
    const films = await settle(read.objectStore('films').count());
    const results = await settle(read.objectStore('results').getAll());
    db.close();
    const states: Record<string, number> = {};
    for (const { result } of results) {
      states[result.state.status] = (states[result.state.status] ?? 0) + 1;
    }
    return { films, states };
  });
}

const ended = ({ states }: Counts) => Object.values(states).reduce((sum, n) => sum + n, 0);

async function waitFor(page: Page, count: number): Promise<Counts> {
  const until = Date.now() + MAX_MINUTES * 60_000;
  for (;;) {
    const counts = await readJournal(page);
    if (counts.films === FILMS && ended(counts) >= count) return counts;
    if (Date.now() > until) throw new Error(`only ${ended(counts)} of ${FILMS} films were read`);
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** Megabytes that the page's own JavaScript holds after garbage was collected. */
async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e5) / 10;
}

async function run(): Promise<void> {
  const paths = pickFilms();
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // tsx wraps functions in a helper of its own, which functions sent to the page then lack.
    await page.addInitScript('globalThis.__name = (named) => named');
    const session = await page.context().newCDPSession(page);
    await page.goto(url);
    const begun = Date.now();
    await page.locator('input[type=file]:not([data-kind])').setInputFiles(paths);
    await waitFor(page, Math.floor(RELOAD_AFTER / 5));
    const early = await heapMegabytes(session);
    const before = await waitFor(page, RELOAD_AFTER);
    const middle = await heapMegabytes(session);
    const reloaded = Date.now();
    await page.reload();
    await page.getByRole('navigation').getByRole('listitem').first().waitFor();
    const restoredMs = Date.now() - reloaded;
    const after = await readJournal(page);
    const all = await waitFor(page, FILMS);
    const seconds = (Date.now() - begun) / 1000;
    const heap = { early, middle, end: await heapMegabytes(session) };
    const listed = await page
      .getByRole('navigation')
      .getByRole('listitem')
      .first()
      .getAttribute('aria-setsize');
    const report = {
      films: FILMS,
      listed: Number(listed),
      states: all.states,
      accountedFor: ended(all),
      reload: { finishedBefore: ended(before), finishedAfter: ended(after), restoredMs },
      seconds: Math.round(seconds),
      secondsPerFilm: Math.round((seconds / FILMS) * 100) / 100,
      pageHeapMegabytes: heap,
      processor: cpus()[0]?.model ?? 'unknown',
      cores: cpus().length,
      browser: browser.version(),
    };
    writeFileSync(join(STUDY, 'batch.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(STUDY, 'batch.md'), describe(report));
    console.log(JSON.stringify(report, null, 2));
    if (report.accountedFor !== FILMS || report.listed !== FILMS) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.close();
  }
}

type Report = Readonly<{
  films: number;
  states: Readonly<Record<string, number>>;
  accountedFor: number;
  reload: { finishedBefore: number; finishedAfter: number; restoredMs: number };
  seconds: number;
  secondsPerFilm: number;
  pageHeapMegabytes: { early: number; middle: number; end: number };
  processor: string;
  cores: number;
  browser: string;
}>;

function describe({ reload, pageHeapMegabytes: heap, ...report }: Report): string {
  const states = Object.entries(report.states).map(([state, n]) => `| ${state} | ${n} |`);
  return `# A batch of ${report.films} films, with a reload in the middle

Written by \`npm run batch\`: ${report.films} real films of the test split by patient, the five classes in
turn, read by the built app in headless Chromium ${report.browser} (${report.processor}, ${report.cores} cores, shared
with other work). The page was loaded anew after half of them.

| state | films |
|---|---:|
${states.join('\n')}
| **accounted for** | **${report.accountedFor} of ${report.films}** |

- ${reload.finishedBefore} films were finished when the page was loaded anew, and ${reload.finishedAfter} right after; the list was back
  after ${(reload.restoredMs / 1000).toFixed(1)} s. The rest were read without being asked again.
- ${report.seconds} s in all, ${report.secondsPerFilm} s a film.
- The page's JavaScript heap after garbage collection: ${heap.early} MB after a tenth of the films, ${heap.middle} MB
  after half, ${heap.end} MB at the end. Only films looked at last keep their picture
  (\`src/app/store/watch-pictures.ts\`).
`;
}

if (existsSync(LIST)) await run();
else console.log(`No real films: ${LIST} does not exist (set MANET_DATA). Nothing was done.`);
