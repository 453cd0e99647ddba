/**
 * npm run soak -- [FILMS] [--listed | --webgpu] [--minutes N]
 *
 * Reads that many films, 500 unless told, or as many as the minutes allow, in one tab of the built
 * app, and watches its memory: cleared from the list batch by batch, left in it, or on WebGPU by a
 * software GPU and reduced networks. Writes docs/study/soak-RUN.json and soak.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { preview } from 'vite';
import { serveReducedNetworks } from '../../e2e/support/reduced-networks.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { findChromium } from '../chromium/find-chromium.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { judgeCurves, LIMITS, RUNS, type RunName } from './judge-curves.ts';
import { renderSoak, type SoakFigures } from './render.ts';
import { Threads } from './threads.ts';
import { type Sample, takeSample, watchPage } from './watch-page.ts';

const BATCH = 10;

const { values, positionals } = parseArgs({
  options: {
    listed: { type: 'boolean', default: false },
    webgpu: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
  },
  allowPositionals: true,
});
const FILMS = Number(positionals[0] ?? 500);
const MOST_MS = Number(values.minutes) * 60_000;
const RUN: RunName = values.webgpu ? 'webgpu' : values.listed ? 'listed' : 'cleared';

if (!(FILMS > LIMITS[RUN].warmUp)) throw new Error(`More than ${LIMITS[RUN].warmUp} films.`);

/** A sample takes as long as a few films; some 25 make a curve. */
const SAMPLE_EVERY = BATCH * Math.ceil(FILMS / (25 * BATCH));
const SOFTWARE_GPU = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
];

const films = Array.from({ length: BATCH }, (_, index) => {
  const { width, height, data } = syntheticFilm(index + 1).film;
  const png = encode({ width, height, channels: 1, depth: 8, data: Uint8Array.from(data) });
  return { name: `film ${index + 1}.png`, mimeType: 'image/png', buffer: Buffer.from(png) };
});

/** `listed`: how many films are in the list with these. */
async function readBatch(page: Page, listed: number): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Films' });
  await page.locator('input[type=file]:not([data-kind])').setInputFiles(films);
  await list.getByRole('heading', { name: `Films ${listed}` }).waitFor();
  await list.getByRole('region', { name: 'All films' }).waitFor({
    state: 'detached',
    timeout: 600_000,
  });
  const unread = await list.locator('li[data-status]:not([data-status=done])').count();
  if (unread > 0) throw new Error(`${unread} films were not read`);
}

async function soak(page: Page, url: string): Promise<SoakFigures> {
  const began = performance.now();
  await watchPage(page);
  const threads = await Threads.watch(page);
  if (RUN === 'webgpu') {
    await serveReducedNetworks(page);
    await page.addInitScript(() => localStorage.setItem('backend', 'webgpu'));
  }
  await page.goto(url);
  const ready = page.getByText(RUN === 'webgpu' ? /^Ready on WebGPU/ : /^Ready on/);
  await ready.waitFor({ timeout: 180_000 });
  const backend = (await ready.textContent()) ?? '';
  const samples: Sample[] = [];
  for (let read = 0; read < FILMS && performance.now() - began < MOST_MS; ) {
    await readBatch(page, RUN === 'listed' ? read + BATCH : BATCH);
    read += BATCH;
    if (RUN !== 'listed') await page.getByRole('button', { name: 'Clear the list' }).click();
    if (read % SAMPLE_EVERY !== 0) continue;
    samples.push(await takeSample(page, threads, read));
    console.error(JSON.stringify(samples.at(-1)));
  }
  return {
    run: RUN,
    films: samples.at(-1)?.films ?? 0,
    batch: BATCH,
    backend,
    seconds: Math.round((performance.now() - began) / 1000),
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    samples,
  };
}

const fileOf = (run: RunName) => `docs/study/soak-${run}.json`;

const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', ...(RUN === 'webgpu' ? SOFTWARE_GPU : [])],
});
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // It would serve the networks in place of the reduced ones.
    serviceWorkers: RUN === 'webgpu' ? 'block' : 'allow',
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the app is not served');
  const figures = await soak(await context.newPage(), url);
  const grown = judgeCurves(RUN, figures.samples)
    .filter(({ within }) => !within)
    .map(({ measure }) => measure);
  writeFileSync(fileOf(RUN), `${JSON.stringify(figures, null, 1)}\n`);
  const all = RUNS.map(fileOf)
    .filter((file) => existsSync(file))
    .map((file): SoakFigures => JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync('docs/study/soak.md', renderSoak(all));
  console.error(grown.length > 0 ? `grows: ${grown.join(', ')}` : 'flat');
  process.exitCode = grown.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.close();
}
