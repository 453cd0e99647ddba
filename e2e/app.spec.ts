import { expect, test } from '@playwright/test';
import { watchMainThread } from './support/main-thread.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { emptyFile, filmFile, textFile, tinyFile, tornFile } from './support/test-films.ts';

const RESEARCH = 'For research and education only. Not a medical device.';

/** Processor time that the page's own thread may take at one go while a film is read. */
const LONGEST_TASK_MS = 100;

let reader: ReaderPage;
let foreignRequests: string[];

test.beforeEach(async ({ page, baseURL }) => {
  foreignRequests = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!local && url.origin !== new URL(baseURL ?? '').origin) foreignRequests.push(url.href);
  });
  reader = new ReaderPage(page);
  await reader.open();
});

test.afterEach(() => {
  expect(foreignRequests).toEqual([]);
});

test('the demo film is read from end to end, and the page stays awake', async ({ page }) => {
  await expect(page.getByText(RESEARCH)).toBeVisible();
  const endWatch = await watchMainThread(page);
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const longestMs = await endWatch();
  test.info().annotations.push({
    type: 'longest task of the page',
    description: `${longestMs.toFixed(1)} ms of processor time`,
  });
  expect(longestMs).toBeLessThan(LONGEST_TASK_MS);

  await reader.expectWholeReading();
  await expect(page.getByText('Synthetic', { exact: true })).not.toHaveCount(0);
  await expect(page.getByText(RESEARCH)).toBeVisible();
  await expect(
    page.getByText(/age, hospital and film marks are confounded with the answer/),
  ).toBeVisible();
  await expect(page.getByText(/^ma-resnet50, trained/)).toBeVisible();
});

test('the heat map fades by keyboard and one picture can have the whole place', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const before = await reader.fingerprint(/^Heat map of/);
  const slider = page.getByRole('slider', { name: 'Opacity of the heat map' });
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuenow', '0');
  await reader.drawn();
  expect(await reader.fingerprint(/^Heat map of/)).not.toBe(before);

  const wide = await reader.picture(/^Film /).boundingBox();
  await page.getByRole('button', { name: 'Lungs', exact: true }).click();
  await page.getByRole('button', { name: 'Heat map', exact: true }).click();
  const alone = await reader.picture(/^Film /).boundingBox();
  expect(alone?.width).toBeGreaterThan(wide?.width ?? Number.POSITIVE_INFINITY);
  await expect(reader.picture(/^Outline of the lungs/)).toHaveCount(0);
});

test('several dropped films queue up and bad ones do not stop the queue', async ({ page }) => {
  const names = [
    'first.png',
    'torn.png',
    'empty.png',
    'letter.txt',
    'dot.png',
    'last.png',
  ] as const;
  await reader.deliver(
    'drop',
    filmFile(names[0]),
    tornFile(names[1]),
    emptyFile(names[2]),
    textFile(names[3]),
    tinyFile(names[4]),
    filmFile(names[5], 16, 2),
  );
  await expect(reader.films).toHaveCount(names.length);
  const film = (name: string) => reader.films.filter({ hasText: name });
  await expect(film('last.png')).toHaveAttribute('data-status', 'done', {
    timeout: FIRST_READING_MS,
  });
  await expect(film('first.png')).toHaveAttribute('data-status', 'done');

  const expected = {
    'torn.png': ['failed', /damaged/, /again/],
    'empty.png': ['failed', /is empty/, /again/],
    'letter.txt': ['failed', /not an image/, /chest X-ray/],
    'dot.png': ['refused', /only 1 x 1 pixels/, /at least 128/],
  } as const;
  for (const [name, [status, message, advice]] of Object.entries(expected)) {
    await expect(film(name)).toHaveAttribute('data-status', status);
    await film(name).getByRole('button').first().click();
    await expect(page.getByRole('main').getByText(message)).toBeVisible();
    await expect(page.getByRole('main').getByText(advice)).toBeVisible();
  }

  await film('last.png').getByRole('button').first().click();
  await expect(page.getByText('1024 × 1024 px, 16-bit, PNG')).toBeVisible();
  await reader.expectWholeReading();
});

test('a pasted picture is read', async () => {
  await reader.deliver('paste', filmFile('image.png'));
  await reader.expectWholeReading();
});

test('a film can be taken away while it is read', async ({ page }) => {
  await reader.choose(filmFile('unwanted.png'), filmFile('wanted.png', 8, 2));
  await page.getByRole('button', { name: 'Cancel unwanted.png' }).click();
  await expect(reader.films).toHaveCount(1);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(reader.films).toContainText('wanted.png');
});

test('files dragged over the window are invited in', async ({ page }) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }));
    const enter = new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer });
    document.querySelector('h1')?.dispatchEvent(enter);
  });
  await expect(page.getByText('Drop to read')).toBeVisible();
});

test('missing networks are told, and nothing pretends to be read', async ({ page }) => {
  await page.route('**/models/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Networks could not be loaded')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(page.getByRole('heading', { name: 'The analysis did not finish' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(reader.classes).toHaveCount(0);
  await page.unroute('**/models/**');
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
});

for (const [width, height] of [
  [390, 844],
  [768, 1024],
  [1440, 900],
  [2560, 1440],
] as const) {
  test(`nothing scrolls sideways at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await reader.expectNoSidewaysScroll();
    await reader.choose(tornFile('a-very-long-file-name-without-any-blank-in-it-at-all.png'));
    await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible({
      timeout: FIRST_READING_MS,
    });
    await reader.expectNoSidewaysScroll();
    await reader.choose(filmFile('film.png'));
    await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
    await reader.expectNoSidewaysScroll();
    await expect(page.getByText(RESEARCH)).toBeInViewport();
    if (width === 1440) {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollHeight - innerHeight,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}
