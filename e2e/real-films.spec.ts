import { expect, test } from '@playwright/test';
import { LABELS } from '../src/models/labels.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { hasRealFilms, NO_REAL_FILMS, realTestFilms } from './support/real-films.ts';

test.skip(!hasRealFilms, NO_REAL_FILMS);

test('real films of all five classes are read one after another', async ({ page }) => {
  test.setTimeout(5 * FIRST_READING_MS);
  const films = realTestFilms();
  const paths = LABELS.map((label) => films.get(label) ?? '');
  await page.setViewportSize({ width: 1440, height: 900 });
  const reader = new ReaderPage(page);
  await reader.open();
  await reader.choose(...paths);
  await expect(reader.films).toHaveCount(LABELS.length);

  for (const [index, label] of LABELS.entries()) {
    const film = reader.films.nth(index);
    await expect(film).toHaveAttribute('data-status', 'done', { timeout: FIRST_READING_MS });
    await film.getByRole('button').first().click();
    await reader.expectWholeReading();
    await page.screenshot({ path: test.info().outputPath(`${label}-wide.png`) });
  }
  // As tall as the whole column, so that one picture shows it without the fixed line in its middle.
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.expectNoSidewaysScroll();
  await page.screenshot({ path: test.info().outputPath('phone.png') });
  await page.setViewportSize({ width: 390, height: 2600 });
  await page.screenshot({ path: test.info().outputPath('phone-column.png') });
});
