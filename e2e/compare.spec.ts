import { expect, test } from '@playwright/test';
import { catalogue } from '../src/app/i18n/locales/en/index.ts';
import { LABELS } from '../src/models/labels.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { type ShippedCards, shippedCards } from './support/shipped-cards.ts';
import { filmFile } from './support/test-films.ts';

const NO_OTHER = 'the shelf holds one classifier only: there is nothing to compare with';

/** Two classifiers have to arrive and to pass their self-test. */
test.describe.configure({ timeout: 3 * FIRST_READING_MS });

let reader: ReaderPage;
let cards: ShippedCards;

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  await reader.open();
  cards = await shippedCards(page);
});

const isPlain = ({ card }: ShippedCards['others'][number]) => !card.maskAttention;

/** The model that the app compares with unless another is chosen. */
const other = () => (cards.others.find(isPlain) ?? cards.others[0])?.card.title ?? '';

const readDemo = async () => {
  await reader.page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
};

test('with one classifier on the shelf, nothing offers a comparison', async ({ page }) => {
  test.skip(cards.others.length > 0, 'the shelf holds another classifier');
  await readDemo();
  await expect(page.getByRole('button', { name: 'What these figures mean' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Compare' })).toHaveCount(0);
});

test('one film is read by two models, side by side, by keyboard, on any screen', async ({
  page,
}) => {
  test.skip(cards.others.length === 0, NO_OTHER);
  await readDemo();
  await page.getByRole('button', { name: 'Compare' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Two models, one film' })).toBeFocused();
  await expect(page.getByText(/^\d+\.\d MB will be fetched from this very app/)).toBeVisible();
  await page.getByRole('button', { name: 'Fetch and compare' }).press('Enter');
  await expect(page.getByRole('progressbar', { name: `${other()} reads too` })).toBeVisible();

  const [a, b] = [new RegExp(`by ${cards.reader.card.title}$`), new RegExp(`by ${other()}$`)];
  await expect(reader.picture(b)).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByRole('main').getByRole('status')).toContainText(
    /^(Both models say|The models disagree|Neither model|Only one model)/,
  );
  await expect(page.getByText(/^Heat for .+: (\d+\.\d %|no heat)/)).toHaveCount(2);

  await expect(page.getByRole('radio', { name: / %, .+ %, / })).toHaveCount(LABELS.length);
  for (const label of LABELS) {
    const name = catalogue.labels[label];
    await page.getByRole('radio', { name: new RegExp(`^${name}: .+ %, .+ %, `) }).press('Enter');
    await expect(reader.picture(new RegExp(`^Heat map of ${name} over .+`))).toHaveCount(2);
  }
  const [boxA, boxB] = await Promise.all([
    reader.picture(a).boundingBox(),
    reader.picture(b).boundingBox(),
  ]);
  expect(boxA?.y).toBe(boxB?.y);
  expect(boxA?.width).toBe(boxB?.width);

  const before = [await reader.fingerprint(a), await reader.fingerprint(b)];
  await page.getByRole('slider', { name: 'Opacity of the heat map' }).press('Home');
  const bare = [await reader.fingerprint(a), await reader.fingerprint(b)];
  expect(bare).not.toEqual(before);
  expect(bare[0]).toBe(bare[1]);

  for (const [width, height] of [
    [390, 844],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    // The pictures take their new size a moment later.
    await expect(() => reader.expectNoSidewaysScroll()).toPass({ timeout: 10_000 });
  }
  const tooTall = () => document.documentElement.scrollHeight - innerHeight;
  await expect.poll(() => page.evaluate(tooTall)).toBeLessThanOrEqual(0);

  await page.getByRole('button', { name: 'Back to the reading' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Compare' })).toBeFocused();
  await expect(reader.picture(/^Outline of the lungs/)).toBeVisible();
});

test('a model that cannot be fetched is told, and fetched when asked again', async ({ page }) => {
  test.skip(cards.others.length === 0, NO_OTHER);
  await readDemo();
  const files = `**/models/${(cards.others.find(isPlain) ?? cards.others[0])?.entry.id}/*.bin`;
  await page.route(files, (route) => route.abort());
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Fetch and compare' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    `No answer from ${other()}`,
    {
      timeout: FIRST_READING_MS,
    },
  );
  await page.unroute(files);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(reader.picture(new RegExp(`by ${other()}$`))).toBeVisible({
    timeout: FIRST_READING_MS,
  });
});

test('another classifier reads the films that come, and those read keep their answers', async ({
  page,
}) => {
  test.skip(cards.others.length === 0, NO_OTHER);
  await readDemo();
  await page.getByRole('button', { name: 'About the models' }).click();
  await page.getByRole('tab', { name: new RegExp(`^${other()}`) }).click();
  await page.getByRole('button', { name: 'Have it read films' }).press('Enter');
  await expect(page.getByText('It reads the films.')).toBeVisible({ timeout: FIRST_READING_MS });
  await page.keyboard.press('Escape');
  const readBy = (title: string) => page.getByRole('main').getByText(title, { exact: true });
  await expect(readBy(cards.reader.card.title)).toBeVisible();
  await reader.choose(filmFile('second.png'));
  await expect(reader.films.last()).toHaveAttribute('data-status', 'done', {
    timeout: FIRST_READING_MS,
  });
  await expect(readBy(other())).toBeVisible();
  await reader.films.first().getByRole('button').first().click();
  await expect(readBy(cards.reader.card.title)).toBeVisible();
});
