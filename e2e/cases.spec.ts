import { expect, type Page, test } from '@playwright/test';
import { dicomWithWindows } from './support/dicom-film.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile } from './support/test-films.ts';

let reader: ReaderPage;

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  await reader.open();
});

const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Cases', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Cases' })).toBeVisible();
};
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** The one case that is kept, as another version of the app would have written it. */
async function changeCase(page: Page, change: object): Promise<void> {
  await page.evaluate(async (changed) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await settle(indexedDB.open('manet-cases'));
    const cases = db.transaction('cases', 'readwrite').objectStore('cases');
    const [kept] = await settle(cases.getAll());
    await settle(cases.put({ ...kept, ...changed }));
    db.close();
  }, change);
}

async function keepOne(page: Page, name: string, seed: number): Promise<void> {
  await reader.choose(filmFile(name, 8, seed));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await open(page);
  const on = page.getByRole('switch', { name: 'Keep cases on this device' });
  if (!(await on.isChecked())) await on.click();
  await page.getByRole('button', { name: 'Keep this film' }).click();
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
}

test('nothing is kept until it is turned on; then what is kept names nobody, and goes at once', async ({
  page,
}) => {
  await reader.choose(filmFile('NAME^OF^PATIENT.png'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  expect(await databases(page)).not.toContain('manet-cases');
  await open(page);
  await expect(page.getByRole('button', { name: 'Keep this film' })).toHaveCount(0);
  await page.getByRole('switch').click();

  // A black rectangle, placed and moved by keys.
  await page.getByRole('button', { name: 'Add a rectangle' }).click();
  const rectangle = page.getByRole('button', { name: /^Black rectangle 1/ });
  await rectangle.press('ArrowRight');
  await rectangle.press('Shift+ArrowDown');
  await page.getByRole('button', { name: 'Keep this film' }).click();
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^1 case, /)).toBeVisible();

  const kept = await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await settle(indexedDB.open('manet-cases'));
    const read = db.transaction(['cases', 'pixels']);
    const [one] = await settle(read.objectStore('cases').getAll());
    const [{ png }] = await settle(read.objectStore('pixels').getAll());
    const bitmap = await createImageBitmap(png);
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(bitmap, 0, 0);
    const at = (x: number, y: number) =>
      context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data[0];
    const days = (one.expiresAt - one.addedAt) / 86_400_000;
    // The rectangle went from 0.03 to 0.33 across and from 0.02 to 0.11 down.
    return { text: JSON.stringify(one), black: at(0.2, 0.1), film: at(0.5, 0.6), days };
  });
  expect(kept.text).not.toContain('PATIENT');
  expect(kept.black).toBe(0);
  expect(kept.film).toBeGreaterThan(0);
  expect(kept.days).toBe(7);

  await page.getByRole('button', { name: 'Delete all cases' }).click();
  await expect(page.getByText('No cases are kept.')).toBeVisible();
});

test('an earlier film of the same patient is shown beside the one on screen', async ({ page }) => {
  await keepOne(page, 'first.png', 1);
  await page.keyboard.press('Escape');
  await reader.choose(filmFile('second.png', 8, 2));
  await expect(reader.films).toHaveCount(2);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await open(page);
  await page.getByRole('button', { name: /^Same patient as:/ }).click();
  await page.getByRole('menuitemradio', { name: /^Case 1/ }).click();
  await page.getByRole('button', { name: 'Keep this film' }).click();
  await expect(page.getByText('1 other film of this patient')).toHaveCount(2);
  await expect(page.getByText('This is the film on screen.')).toHaveCount(1);
  const compare = page.getByRole('button', { name: /^Compare case/ });
  await expect(compare).toHaveAccessibleName('Compare case 1 with the film on screen');
  await page.getByRole('button', { name: 'Compare case 1 with the film on screen' }).click();
  for (const name of ['Case 1', 'Film on screen']) {
    const column = page.getByRole('region', { name });
    await expect(column.getByRole('img')).toBeVisible();
    await expect(column.getByText(/%$/)).toHaveCount(5);
  }
  expect(await reader.litShare(/^Film of case 1$/)).toBeGreaterThan(0.1);
});

test('a film kept again through another window takes the place of its case', async ({ page }) => {
  await reader.choose(dicomWithWindows('two-windows.dcm'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await open(page);
  await page.getByRole('switch', { name: 'Keep cases on this device' }).click();
  await page.getByRole('button', { name: 'Keep this film' }).click();
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Window, of 2: / }).click();
  await page.getByRole('menuitemradio', { name: /Dark half/ }).click();
  await expect(reader.done).toBeHidden();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await open(page);
  await expect(page.getByText('This is the film on screen.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Compare case/ })).toHaveCount(0);
  await expect(page.getByText('This film is kept as case 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Replace the reading' }).click();
  await expect(page.getByText('Kept.', { exact: true })).toBeVisible();
  await expect(page.getByText(/^1 case, /)).toBeVisible();
  await expect(page.getByText('This is the film on screen.')).toBeVisible();
  await expect(page.getByText(/other films? of this patient/)).toHaveCount(0);

  const kept = await page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
    const db = await settle(indexedDB.open('manet-cases'));
    const read = db.transaction(['cases', 'pixels']);
    const cases = await settle(read.objectStore('cases').getAll());
    const pixels = await settle(read.objectStore('pixels').getAllKeys());
    return { windows: cases.map(({ reading }) => reading.study.film.dicom.window), pixels };
  });
  expect(kept).toEqual({
    windows: ['Window: centre 1024, width 2048 (Dark half)'],
    pixels: [1],
  });
});

test('cases of an older version are brought up to date; of a newer one they stay, unread', async ({
  page,
}) => {
  await keepOne(page, 'first.png', 1);
  await expect(page.getByText('This is the film on screen.')).toBeVisible();
  const compare = page.getByRole('button', { name: 'Compare case 1 with the film on screen' });
  await expect(compare).toHaveCount(0);
  await page.keyboard.press('Escape');

  await changeCase(page, { shape: undefined, film: undefined });
  await open(page);
  await expect(compare).toBeVisible();
  await expect(page.getByText('This is the film on screen.')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await changeCase(page, { shape: 1000, reading: 'of another kind' });
  await open(page);
  await expect(page.getByText('Kept by another version of the app')).toBeVisible();
  await expect(page.getByText(/^1 case, /)).toBeVisible();
  await expect(compare).toHaveCount(0);
});

test('cases expire', async ({ page }) => {
  await page.clock.install();
  await keepOne(page, 'first.png', 1);
  await page.keyboard.press('Escape');
  await page.clock.fastForward(8 * 86_400_000);
  await open(page);
  await expect(page.getByText('No cases are kept.')).toBeVisible();
});

test('without room a case is not kept, and it is said', async ({ page, context, baseURL }) => {
  // Before anything is stored: Chromium remembers for half a minute how much room there was.
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL ?? '');
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await reader.choose(filmFile('large.png', 16));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await open(page);
  await page.getByRole('switch', { name: 'Keep cases on this device' }).click();
  await page.getByRole('button', { name: 'Keep this film' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no room left');
  await expect(page.getByText('No cases are kept.')).toBeVisible();
});
