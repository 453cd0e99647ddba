import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { syntheticFilm } from '../src/imaging/synthetic-film.ts';
import { findChromium } from './find-chromium.ts';
import { judgeCurves } from './soak/judge-curves.ts';
import { renderSoak, type SoakReport } from './soak/render-report.ts';
import { type Sample, takeSample, watchPage } from './soak/watch-page.ts';

/** npm run soak -- FILMS: reads that many films in one tab of the built app, and watches its memory. */
const FILMS = Number(process.argv[2] ?? 500);
const BATCH = 10;
const WARM_UP = Math.min(20, Math.floor(FILMS / 3));
const PORT = 4183;

const films = Array.from({ length: BATCH }, (_, index) => {
  const { width, height, data } = syntheticFilm(index + 1).film;
  const png = encode({ width, height, channels: 1, depth: 8, data: Uint8Array.from(data) });
  return { name: `film ${index + 1}.png`, mimeType: 'image/png', buffer: Buffer.from(png) };
});

async function readBatch(page: Page): Promise<void> {
  const items = page.getByRole('navigation').getByRole('listitem');
  await page.locator('input[type=file]:not([data-kind])').setInputFiles(films);
  await page.waitForFunction(
    (count) => {
      const all = [...document.querySelectorAll('nav li[data-status]')];
      return (
        all.length === count &&
        all.every((one) => /done|refused|failed/.test(one.getAttribute('data-status') ?? ''))
      );
    },
    BATCH,
    { timeout: 300_000, polling: 250 },
  );
  const done = await page.locator('nav li[data-status=done]').count();
  if (done !== BATCH) throw new Error(`${done} of ${BATCH} films were read`);
  for (let left = BATCH; left > 0; left--) {
    await items
      .getByRole('button', { name: /^Remove / })
      .first()
      .click();
  }
}

async function soak(page: Page): Promise<SoakReport> {
  const began = performance.now();
  await watchPage(page);
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const ready = page.getByText(/^Ready on/);
  await ready.waitFor({ timeout: 180_000 });
  const backend = (await ready.textContent()) ?? '';
  const samples: Sample[] = [];
  for (let read = 0; read < FILMS; ) {
    await readBatch(page);
    read += BATCH;
    samples.push(await takeSample(page, read));
    console.error(JSON.stringify(samples.at(-1)));
  }
  return {
    films: samples.at(-1)?.films ?? 0,
    batch: BATCH,
    warmUp: WARM_UP,
    backend,
    seconds: Math.round((performance.now() - began) / 1000),
    growth: judgeCurves(samples, WARM_UP),
    samples,
  };
}

const args = ['preview', '--port', String(PORT), '--strictPort', '--host', '127.0.0.1'];
const server = spawn('node_modules/.bin/vite', args, { stdio: 'ignore' });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const report = await soak(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  writeFileSync('docs/study/soak.json', `${JSON.stringify(report, null, 1)}\n`);
  writeFileSync('docs/study/soak.md', renderSoak(report));
  const grown = report.growth.filter(({ flat }) => !flat).map(({ measure }) => measure);
  console.error(grown.length > 0 ? `grows: ${grown.join(', ')}` : 'flat');
  process.exitCode = grown.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  server.kill();
}
