import { mkdir, writeFile } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { preview } from 'vite';
import { resample } from '../../src/imaging/resample.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { findChromium } from '../chromium/find-chromium.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { describeProcessor, otherWork } from './machine.ts';
import { renderViewerStudy, type Series, type ViewerStudy } from './render.ts';

/** npm run viewer-study: frame times on a 4096 x 4096 film and times of corrections -> docs/study. */
const SIDE = 4096;
const GESTURE_MS = 4000;
const STROKES = 12;
const VIEWPORT = { width: 1440, height: 900 };
const READY_MS = 180_000;

/** Kept in the page between two calls. */
interface Timed {
  correctionMs?: Promise<number>;
}

function largeFilm(): Buffer {
  const { data } = resample(syntheticFilm().film, SIDE, SIDE);
  const greys = Uint16Array.from(data, (grey) => grey * 257);
  return Buffer.from(encode({ width: SIDE, height: SIDE, channels: 1, depth: 16, data: greys }));
}

/** Intervals between animation frames, in ms, while something goes on. */
async function frames(page: Page, during: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    const tick = (now: number) => {
      times.push(now);
      if ((window as { frameTimes?: number[] }).frameTimes === times) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await during();
  const times = await page.evaluate(() => {
    const holder = window as { frameTimes?: number[] };
    const { frameTimes = [] } = holder;
    delete holder.frameTimes;
    return frameTimes;
  });
  return times.slice(1).map((time, i) => time - (times[i] as number));
}

async function dragAbout(page: Page, name: RegExp): Promise<void> {
  const box = await page.getByRole('img', { name }).boundingBox();
  if (!box) throw new Error(`${name} is not on screen`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = performance.now() + GESTURE_MS;
  for (let step = 0; performance.now() < end; step++) {
    await page.mouse.move(x + 120 * Math.sin(step / 9), y + 90 * Math.cos(step / 7));
  }
  await page.mouse.up();
}

/**
 * Has the page take the time from the next end of a stroke until its answer has been painted: two
 * frames after the answer is in the document, since the panes draw in the frame after their render.
 */
function beginTiming(page: Page): Promise<void> {
  return page.evaluate(() => {
    const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
    const said = (pattern: RegExp) =>
      [...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
        pattern.test(textContent ?? ''),
      );
    const shown = (pattern: RegExp) =>
      new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          if (!said(pattern)) return;
          observer.disconnect();
          done();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    const time = async () => {
      await new Promise((done) =>
        addEventListener('pointerup', done, { once: true, capture: true }),
      );
      const began = performance.now();
      await shown(/^Reading inside the corrected lungs/);
      await shown(/^Read again in /);
      await nextFrame();
      await nextFrame();
      return performance.now() - began;
    };
    (window as Timed).correctionMs = time();
  });
}

async function correct(page: Page): Promise<number[]> {
  // The drags have moved the film.
  await page.keyboard.press('0');
  await page.keyboard.press('e');
  await page.keyboard.press('x');
  await page.waitForTimeout(500);
  const box = await page.getByRole('img', { name: /^Outline/ }).boundingBox();
  if (!box) throw new Error('the lungs are not on screen');
  const timesMs: number[] = [];
  for (let stroke = 0; stroke < STROKES; stroke++) {
    // A new row of one lung each time, in the square film that is fitted into its pane.
    const side = Math.min(box.width, box.height);
    const x = box.x + (box.width - side) / 2 + 0.28 * side;
    const y = box.y + (box.height - side) / 2 + (0.22 + 0.035 * stroke) * side;
    await beginTiming(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 10, { steps: 5 });
    await page.mouse.up();
    const timeMs = await page.evaluate(() => (window as Timed).correctionMs);
    if (timeMs === undefined) throw new Error('no correction was timed');
    timesMs.push(timeMs);
  }
  return timesMs;
}

const others = await otherWork();
const server = await preview({ preview: { port: 4189, host: '127.0.0.1', strictPort: true } });
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: VIEWPORT, serviceWorkers: 'block' });
  // The compiler of tsx names functions by a helper that the page has not.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
  await page.goto('http://127.0.0.1:4189/');
  await page.locator('input[type=file]:not([data-kind])').setInputFiles({
    name: 'large.png',
    mimeType: 'image/png',
    buffer: largeFilm(),
  });
  await page.locator('main[data-status="done"]').waitFor({ timeout: READY_MS });
  await page.waitForTimeout(3000);
  const backend = await page.getByText(/^Ready on /).textContent();
  const series: Series[] = [];
  const measure = async (title: string, during: () => Promise<void>) => {
    series.push({ title, intervalsMs: await frames(page, during) });
  };
  const press = (key: string) => page.keyboard.press(key);
  await measure('nothing moves', () => page.waitForTimeout(GESTURE_MS));
  await measure('three panes, pan, film fitted', () => dragAbout(page, /^Film /));
  await press('a');
  await page.waitForTimeout(1500);
  await measure('three panes, pan at 1:1', () => dragAbout(page, /^Film /));
  await press('w');
  await measure('three panes, window drag at 1:1', () => dragAbout(page, /^Film /));
  await press('v');
  await page.getByRole('button', { name: 'Lungs', exact: true }).click();
  await page.getByRole('button', { name: 'Heat map', exact: true }).click();
  await page.waitForTimeout(1500);
  await measure('film alone, pan at 1:1', () => dragAbout(page, /^Film /));
  await press('0');
  await page.waitForTimeout(1500);
  await measure('film alone, pan, film fitted', () => dragAbout(page, /^Film /));
  await page.getByRole('button', { name: 'Lungs', exact: true }).click();
  const correctionsMs = await correct(page);
  const study: ViewerStudy = {
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    processor: describeProcessor(),
    others,
    browser: `Chromium ${browser.version()}, headless, CPU compositor`,
    backend: backend ?? '',
    film: `${SIDE} x ${SIDE}, 16-bit`,
    viewport: `${VIEWPORT.width} x ${VIEWPORT.height}`,
    series,
    correctionsMs,
  };
  await mkdir('docs/study', { recursive: true });
  const { json, markdown } = renderViewerStudy(study);
  await writeFile('docs/study/viewer.json', json);
  await writeFile('docs/study/viewer.md', markdown);
  process.stdout.write(markdown);
} finally {
  await browser.close();
  await server.close();
}
process.exit(0);
