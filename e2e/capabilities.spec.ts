import { expect, type Page, test } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

const without = (page: Page, ...names: string[]) =>
  page.addInitScript((gone) => {
    for (const name of gone) {
      Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
    }
  }, names);

async function readDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(new ReaderPage(page).done).toBeVisible({ timeout: FIRST_READING_MS });
}

for (const [name, words] of [
  ['Worker', 'no web workers'],
  ['WebAssembly', 'no WebAssembly'],
  ['crypto', 'open the app by https'],
] as const) {
  test(`without ${name} the page says so instead of breaking`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await without(page, name);
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'cannot read films' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(new RegExp(words, 'i'));
    expect(errors).toEqual([]);
  });
}

test('without IndexedDB, Cache Storage, OffscreenCanvas or SIMD films are read, and it says what is worse', async ({
  page,
}) => {
  await without(page, 'indexedDB', 'caches', 'OffscreenCanvas');
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('./');
  const bar = page.getByRole('region', { name: 'What works worse in this browser' });
  await expect(bar).toContainText('several times as long');
  await expect(bar).toContainText('downloaded with every visit');
  await readDemo(page);
  await expect(page.getByText('This browser keeps no films.')).toBeVisible();
  await bar.getByRole('button').click();
  await expect(bar).toBeHidden();
});

test('a browser that forbids every storage still reads films', async ({ page }) => {
  await page.addInitScript(() => {
    const forbid = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get: forbid });
    }
  });
  await page.goto('./');
  await readDemo(page);
});

test('two tabs read at the same time, one with its clock years behind, and lose nothing to a cleared disk', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() - 20 * 365 * 86_400_000;
  });
  await page.goto('./');
  await other.goto('./');
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await Promise.all([readDemo(page), readDemo(other)]);
  // The clock of a tab may also be set while it is open.
  await other.evaluate(() => {
    Date.now = () => 4_102_444_800_000;
  });
  await other.reload();
  await expect(other.getByRole('heading', { name: 'MANet Reader' })).toBeVisible();
});
