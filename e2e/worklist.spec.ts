import { expect, type Page, test } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile, textFile, tinyFile } from './support/test-films.ts';

let reader: ReaderPage;
let complaints: string[];

test.beforeEach(async ({ page }) => {
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  reader = new ReaderPage(page);
  await reader.open();
});

test.afterEach(() => {
  expect(complaints.filter((text) => /Content Security Policy|Trusted/.test(text))).toEqual([]);
});

const film = (name: string) => reader.films.filter({ hasText: name });
const names = async () =>
  (await reader.films.locator('[title]:not(button)').allInnerTexts()).filter((text) =>
    text.includes('.'),
  );
const status = (name: string, value: string) =>
  expect(film(name)).toHaveAttribute('data-status', value, { timeout: FIRST_READING_MS });
const button = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Films' }).getByRole('button', { name, exact: true });

/** Six files: three films, one that is no image, one too small, one more film. */
async function mixedBatch(): Promise<void> {
  await reader.choose(
    filmFile('film-10.png'),
    filmFile('film-2.png', 8, 2),
    textFile('letter.txt'),
    tinyFile('dot.png'),
    filmFile('film-1.png', 16, 3),
  );
  await expect(reader.films).toHaveCount(5);
}

test('a mixed batch is filtered, sorted, marked, read again and cleared', async ({ page }) => {
  await mixedBatch();
  await expect(page.getByText(/^\d of 5$/)).toBeVisible();
  await status('film-1.png', 'done');
  await status('letter.txt', 'failed');
  await status('dot.png', 'refused');

  await page.getByRole('button', { name: /^Sort by:/ }).click();
  await page.getByRole('menuitemradio', { name: 'Name' }).click();
  expect(await names()).toEqual([
    'dot.png',
    'film-1.png',
    'film-2.png',
    'film-10.png',
    'letter.txt',
  ]);

  await page.getByRole('button', { name: /^Show:/ }).click();
  await page.getByRole('menuitemradio', { name: 'With a problem' }).click();
  expect(await names()).toEqual(['dot.png', 'letter.txt']);
  await page.getByRole('checkbox', { name: 'Mark all listed films' }).click();
  await expect(page.getByText('2 marked')).toBeVisible();
  await button(page, 'Remove').click();
  await expect(page.getByText('No film fits this filter.')).toBeVisible();

  await page.getByRole('button', { name: /^Show:/ }).click();
  await page.getByRole('menuitemradio', { name: 'All films' }).click();
  await page.getByRole('searchbox', { name: 'Find by name' }).fill('film-2');
  expect(await names()).toEqual(['film-2.png']);
  await page.getByRole('checkbox', { name: 'Mark film-2.png' }).click();
  await button(page, 'Read again').click();
  await expect(film('film-2.png')).not.toHaveAttribute('data-status', 'done');
  await status('film-2.png', 'done');
  await page.getByRole('searchbox').fill('');

  // Arrows go from film to film, space marks, delete removes.
  await film('film-1.png').getByRole('button').first().click();
  await page.keyboard.press('ArrowDown');
  await expect(film('film-2.png').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Mark film-2.png' })).toBeChecked();
  await page.keyboard.press('Delete');
  await expect(reader.films).toHaveCount(2);

  await button(page, 'Clear the list').click();
  await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
  await expect(reader.films).toHaveCount(0);
});

test('a batch is paused, resumed and cancelled', async ({ page }) => {
  await reader.choose(...[1, 2, 3, 4].map((seed) => filmFile(`film-${seed}.png`, 8, seed)));
  await button(page, 'Pause').click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await status('film-1.png', 'done');
  await expect(film('film-2.png')).toHaveAttribute('data-status', 'idle');
  await button(page, 'Resume').click();
  await status('film-2.png', 'done');
  await expect(page.getByText(/^about \d+ s left$/)).toBeVisible();
  await button(page, 'Cancel all').click();
  await status('film-4.png', 'cancelled');
  await film('film-4.png').getByRole('button').first().click();
  await page.getByRole('main').getByRole('button', { name: 'Read this film' }).click();
  await status('film-4.png', 'done');
});

test('a reload in the middle loses nothing that was finished, and goes on', async ({ page }) => {
  await mixedBatch();
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
  await status('film-2.png', 'done');
  const answer = await film('film-10.png').locator('span').allInnerTexts();
  await page.reload();
  await expect(reader.films).toHaveCount(5);
  // Finished ones are there at once, without being read again.
  expect(await film('film-10.png').getAttribute('data-status')).toBe('done');
  expect(await film('film-10.png').locator('span').allInnerTexts()).toEqual(answer);
  await status('film-1.png', 'done');
  await status('letter.txt', 'failed');
  await status('dot.png', 'refused');
  // Its picture is decoded anew.
  await film('film-10.png').getByRole('button').first().click();
  await reader.expectWholeReading();
});

test('a film keeps its answer and loses its name when the tab is closed', async ({
  page,
  context,
}) => {
  await reader.choose(filmFile('NAME^OF^PATIENT.png'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
  await page.waitForTimeout(500);
  await page.close();
  const again = await context.newPage();
  const next = new ReaderPage(again);
  await next.open();
  await expect(next.films).toHaveCount(1);
  await expect(next.films).toContainText('Film 1.png');
  await expect(next.done).toBeVisible();
  expect(await again.content()).not.toContain('PATIENT');
});

test('a second tab reads films of its own and keeps none', async ({ page, context }) => {
  await reader.choose(filmFile('first.png'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const other = await context.newPage();
  const second = new ReaderPage(other);
  await second.open();
  await expect(second.films).toHaveCount(0);
  await second.choose(textFile('letter.txt'));
  await expect(other.getByText(/Another tab keeps its films/)).toBeVisible();
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
});

test('without room, films are read all the same and said not to be kept', async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await reader.choose(filmFile('large.png', 16));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByText('1 film will not survive a reload')).toBeVisible();
  await expect(film('large.png')).toContainText('Not kept');
  await expect(film('large.png').getByTitle(/^There was no room for it/)).toBeVisible();
});

test('storage that is cleared under an open page is told, and films are read on', async ({
  page,
}) => {
  await reader.choose(filmFile('first.png'));
  await status('first.png', 'done');
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('manet-session');
        request.onsuccess = resolve;
        request.onerror = reject;
      }),
  );
  await expect(film('first.png')).toContainText('Not kept');
  await expect(
    film('first.png').getByTitle(/storage for films on this device was taken away/),
  ).toBeVisible();
  await expect(page.getByText(/The storage for films on this device was taken away/)).toBeVisible();
  await expect(page.getByText(/no more room/)).toBeHidden();
  await reader.choose(filmFile('second.png', 8, 2));
  await status('second.png', 'done');
  await expect(
    film('second.png').getByTitle(/storage for films on this device was taken away/),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
  await expect(reader.films).toHaveCount(0);
});
