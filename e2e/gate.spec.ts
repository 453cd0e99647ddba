import { expect, test } from '@playwright/test';
import { encode } from 'fast-png';
import { correctFilm } from '../src/imaging/correct-film.ts';
import type { Correction } from '../src/imaging/correction.ts';
import type { Film } from '../src/imaging/film.ts';
import { syntheticFilm } from '../src/imaging/synthetic-film.ts';
import { FIRST_READING_MS, ReaderPage, type TestFile } from './support/reader-page.ts';

const { film: sound, lungs } = syntheticFilm();

function pngOf({ width, height, data }: Film, name: string): TestFile {
  const bytes = encode({ width, height, channels: 1, depth: 8, data: Uint8Array.from(data) });
  return { name, mimeType: 'image/png', buffer: Buffer.from(bytes) };
}

const faulty = (...corrections: Correction[]) =>
  pngOf(correctFilm(sound, corrections), `${corrections.join('-')}.png`);

/** The left half of the film alone. */
function halfFilm(): TestFile {
  const width = sound.width / 2;
  const data = Float32Array.from(
    { length: width * sound.height },
    (_, i) => sound.data[Math.floor(i / width) * sound.width + (i % width)] as number,
  );
  return pngOf({ ...sound, width, data }, 'half.png');
}

/** The film with the lung on its left side nearly as white as the mediastinum. */
function opaqueFilm(): TestFile {
  const [opacity, white] = [0.85, 200];
  const data = sound.data.map((grey, i) =>
    lungs.data[i] && i % sound.width < sound.width / 2 ? grey + opacity * (white - grey) : grey,
  );
  return pngOf({ ...sound, data }, 'opaque.png');
}

/** A chessboard. */
function boardFilm(): TestFile {
  const data = sound.data.map((_, i) => {
    const [x, y] = [i % sound.width, Math.floor(i / sound.width)];
    return (Math.floor(x / 128) + Math.floor(y / 128)) % 2 ? 240 : 20;
  });
  return pngOf({ ...sound, data }, 'board.png');
}

let reader: ReaderPage;
test.beforeEach(async ({ page }) => {
  test.setTimeout(3 * FIRST_READING_MS);
  reader = new ReaderPage(page);
  await reader.open();
});

const refused = () => reader.page.locator('main[data-status="refused"]');

test('every fault that can be made of a film is named', async ({ page }) => {
  const cases: [TestFile, string][] = [
    [faulty('invert'), 'inverted'],
    [faulty('turn-half'), 'upside-down'],
    [faulty('turn-counterclockwise'), 'rotated-left'],
    [faulty('turn-clockwise'), 'rotated-right'],
    [halfFilm(), 'cropped'],
    [boardFilm(), 'not-a-chest'],
  ];
  for (const [file, code] of cases) {
    await reader.choose(file);
    await expect(refused().getByText(`Code: ${code}`)).toBeVisible({ timeout: FIRST_READING_MS });
    await expect(refused().getByRole('button', { name: 'Read anyway' })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: /and read$/ })).toHaveCount(0);
});

test('an inverted film is inverted and read, and the answer says so', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await reader.choose(faulty('invert'));
  await expect(refused()).toBeVisible({ timeout: FIRST_READING_MS });
  await page.screenshot({ path: test.info().outputPath('refused-wide.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.expectNoSidewaysScroll();
  await page.screenshot({ path: test.info().outputPath('refused-phone.png') });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Invert and read' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByTestId('corrected')).toHaveText('Changed before reading: inverted');
  await expect(page.getByTestId('overridden')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('corrected-wide.png') });
});

test('two faults at once are both set right', async ({ page }) => {
  await reader.choose(faulty('invert', 'turn-clockwise'));
  await page
    .getByRole('button', { name: 'Invert, rotate and read' })
    .click({ timeout: FIRST_READING_MS });
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByTestId('corrected')).toHaveText(
    'Changed before reading: inverted, turned counter-clockwise',
  );
});

test('a lung too opaque to be seen at once is found, and no class is named', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await reader.choose(opaqueFilm());
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByText('its lung was found in a second look only')).toBeVisible();
  await expect(page.locator('#answer')).toContainText('Indeterminate');
  await page.screenshot({ path: test.info().outputPath('opaque-wide.png') });
});

test('a refused film is read anyway, and marked for good', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await reader.choose(faulty('turn-half'));
  await page.getByRole('button', { name: 'Read anyway' }).click({ timeout: FIRST_READING_MS });
  const done = reader.done.or(refused());
  await expect(done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByTestId('overridden')).toContainText('Read although refused: upside down', {
    timeout: FIRST_READING_MS,
  });
  await page.screenshot({ path: test.info().outputPath('overridden-wide.png') });
});
