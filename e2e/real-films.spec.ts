import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { LABELS } from '../src/models/labels.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

const DATA = resolve(process.env.MANET_DATA ?? '../shared/data');
const LIST = resolve(DATA, 'classification.csv');

/** The first film of each class in the test split by patient, from the data's own list. */
function testFilms(): Map<string, string> {
  const [header = '', ...lines] = readFileSync(LIST, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const column = (name: string) => names.indexOf(name);
  const films = new Map<string, string>();
  for (const line of lines) {
    const cells = line.split(',');
    const label = cells[column('label')] ?? '';
    if (cells[column('split_group')] !== 'test' || films.has(label)) continue;
    films.set(label, resolve(DATA, cells[column('file')] ?? ''));
  }
  return films;
}

test.skip(!existsSync(LIST), `no real films: ${LIST} does not exist (set MANET_DATA)`);

test('real films of all five classes are read one after another', async ({ page }) => {
  test.setTimeout(5 * FIRST_READING_MS);
  const films = testFilms();
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
