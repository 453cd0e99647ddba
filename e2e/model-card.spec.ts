import { expect, type Page, test } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { changeCard, shippedCards } from './support/shipped-cards.ts';

const openCards = async (page: Page) => {
  await page.getByRole('button', { name: 'About the models' }).click();
  return page.getByRole('dialog', { name: 'About the models' });
};

const readDemo = async (page: Page) => {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
};

/** Halves as they are written go up: 0.9075 is 0.908, whatever the nearest float64 is. */
const rounded = (value: number, digits: number) =>
  new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

test('every model of the shelf has its card, with the very words and figures of card.json', async ({
  page,
}) => {
  await new ReaderPage(page).open();
  const { segmenter, reader, others } = await shippedCards(page);
  const dialog = await openCards(page);
  const cards = [reader.card, ...others.map(({ card }) => card), segmenter];
  await expect(dialog.getByRole('tab')).toHaveCount(cards.length);
  for (const card of cards) {
    await dialog.getByRole('tab', { name: new RegExp(`^${card.title}`) }).click();
    const shown = dialog.getByRole('article', { name: card.title, exact: true });
    for (const text of [...card.notFor, ...card.cautions, card.licence, card.training.data]) {
      await expect(shown.getByText(text, { exact: true })).toBeVisible();
    }
    await expect(shown.getByText(card.training.commit, { exact: true })).toBeVisible();
    for (const { value, name } of card.metrics.filter(({ label }) => !label)) {
      const figure = /\bAUC\b/.test(name) ? rounded(value, 3) : `${rounded(value * 100, 1)} %`;
      await expect(shown.getByText(figure, { exact: true }).first()).toBeVisible();
    }
    const [file = '', hash = ''] = Object.entries(card.files)[0] ?? [];
    await expect(shown.getByText(hash)).toBeHidden();
    await shown.getByText(/^SHA-256 of its/).click();
    await expect(shown.getByText(file, { exact: true })).toBeVisible();
    await expect(shown.getByText(hash).first()).toBeVisible();
  }
});

test('the cards open and close by keyboard, and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const reader = new ReaderPage(page);
  await reader.open();
  const opener = page.getByRole('button', { name: 'About the models' });
  await opener.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'About the models' });
  const tab = dialog.getByRole('tab').first();
  await tab.focus();
  await tab.press('End');
  await expect(dialog.getByRole('tab').last()).toHaveAttribute('aria-selected', 'true');
  await tab.press('Home');
  const panel = dialog.getByRole('tabpanel');
  const [content, room] = await panel.evaluate((el) => [el.scrollWidth, el.clientWidth]);
  expect(content).toBeLessThanOrEqual(room as number);
  await reader.expectNoSidewaysScroll();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the answer leads to the card of the model that read the film', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  const { reader: shipped } = await shippedCards(page);
  await readDemo(page);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByText(shipped.card.title, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'What these figures mean' }).click();
  const dialog = page.getByRole('dialog', { name: 'About the models' });
  await expect(
    dialog.getByRole('article', { name: shipped.card.title, exact: true }),
  ).toBeVisible();
  await expect(dialog.getByText('It reads the films.')).toBeVisible();
});

test('an answer below the threshold is indeterminate and names two classes', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  const { reader: shipped } = await shippedCards(page);
  await changeCard(page, shipped.entry.id, (card) => ({ ...card, indeterminateBelow: 1 }));
  await page.reload();
  await readDemo(page);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const headline = page.getByRole('heading', { name: /^Indeterminate .+ %.* or .+ %/ });
  await expect(headline).toBeVisible();
  await expect(page.getByText('An answer takes 100.0 % or more.')).toBeVisible();
  await expect(reader.films).toContainText('Indeterminate');
  const [bar, line] = await Promise.all([
    page.getByTestId('threshold-normal').locator('..').boundingBox(),
    page.getByTestId('threshold-normal').boundingBox(),
  ]);
  expect(Math.abs((line?.x ?? 0) - ((bar?.x ?? 0) + (bar?.width ?? 0)))).toBeLessThan(3);
});

test('a film unlike the training films is answered with a warning', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  const { reader: shipped } = await shippedCards(page);
  // So strict a limit that no film is familiar.
  await changeCard(page, shipped.entry.id, (card) => ({
    ...card,
    outOfDistribution: {
      mean: new Array(2048).fill(-1),
      precision: new Array(2048).fill(1),
      split: 'none',
      n: 1,
      acceptedShare: 0,
      detection: [],
      ...card.outOfDistribution,
      threshold: 1e-6,
    },
  }));
  await page.reload();
  await readDemo(page);
  const warnings = page.getByRole('list', { name: 'Mind when reading this answer' });
  await expect(warnings).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(warnings).toContainText('unlike the films that the network was trained on');
  await expect(reader.classes).toHaveCount(5);
  await page.getByRole('button', { name: 'What it was trained on' }).click();
  await expect(page.getByRole('article', { name: shipped.card.title, exact: true })).toBeVisible();
});
