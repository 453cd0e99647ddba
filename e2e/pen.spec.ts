import { expect, test } from '@playwright/test';
import { Fingers } from './support/fingers.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

test.use({ hasTouch: true });

let reader: ReaderPage;
let fingers: Fingers;

const outline = () => reader.picture(/^Outline of the lungs/);
const undo = () => reader.page.getByRole('button', { name: 'Undo' });

async function lungShare(): Promise<number> {
  const text = await reader.page
    .getByText(/^\d+\.\d % of the film$/)
    .first()
    .textContent();
  return Number.parseFloat(text ?? '');
}

async function expectReadAgain(): Promise<void> {
  const status = reader.page.getByRole('status').filter({ hasText: /^Read again in/ });
  await expect(status).toBeVisible({ timeout: 20_000 });
}

async function zoom(): Promise<number> {
  return Number.parseFloat((await reader.page.getByTestId('zoom').textContent()) ?? '');
}

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  fingers = await Fingers.of(page);
  await reader.open();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await page.getByRole('button', { name: 'Correct the lungs' }).click();
});

test('a pen draws lungs, and a finger wipes them', async ({ page }) => {
  const found = await lungShare();
  await fingers.pen(outline(), [0.3, 0.85], [0.7, 0.85]);
  await expectReadAgain();
  const drawn = await lungShare();
  expect(drawn).toBeGreaterThan(found + 0.5);

  await page.keyboard.press('x');
  await fingers.touch(outline(), [
    [0.32, 0.35],
    [0.32, 0.6],
  ]);
  await expect.poll(lungShare, { timeout: 20_000 }).toBeLessThan(drawn - 0.5);
  await expectReadAgain();
  await undo().click();
  await expect.poll(lungShare, { timeout: 20_000 }).toBe(drawn);
  await undo().click();
  await expect.poll(lungShare).toBe(found);
  await expect(undo()).toBeDisabled();
});

for (const tool of ['Brush: add', 'Remove a piece']) {
  test(`two fingers zoom and move the film and leave the lungs alone: ${tool}`, async ({
    page,
  }) => {
    await page.getByRole('button', { name: tool, exact: true }).click();
    const found = await lungShare();
    const before = await zoom();
    await fingers.touch(
      outline(),
      [
        [0.32, 0.45],
        [0.2, 0.4],
      ],
      [
        [0.6, 0.45],
        [0.8, 0.5],
      ],
    );
    const enlarged = await zoom();
    expect(enlarged).toBeGreaterThan(1.5 * before);
    await reader.drawn();
    const picture = await reader.fingerprint(/^Outline of the lungs/);
    await fingers.touch(
      outline(),
      [
        [0.32, 0.4],
        [0.42, 0.6],
      ],
      [
        [0.52, 0.4],
        [0.62, 0.6],
      ],
    );
    await reader.drawn();
    expect(await zoom()).toBe(enlarged);
    expect(await reader.fingerprint(/^Outline of the lungs/)).not.toBe(picture);
    await expect(undo()).toBeDisabled();
    expect(await lungShare()).toBe(found);
  });
}

test('a hand that lies beside the pen does nothing', async () => {
  const found = await lungShare();
  const session = await reader.page.context().newCDPSession(reader.page);
  const box = await outline().boundingBox();
  if (!box) throw new Error('the lungs are not on screen');
  const hand = { x: box.x + 0.8 * box.width, y: box.y + 0.9 * box.height };
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [hand] });
  const before = await zoom();
  await fingers.pen(outline(), [0.3, 0.85], [0.6, 0.85]);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expectReadAgain();
  expect(await zoom()).toBe(before);
  expect(await lungShare()).toBeGreaterThan(found);
  await undo().click();
  await expect.poll(lungShare).toBe(found);
  await expect(undo()).toBeDisabled();
});
