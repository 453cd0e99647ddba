import { expect, test } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

let reader: ReaderPage;

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  await reader.open();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
});

const outline = () => reader.picture(/^Outline of the lungs/);

const stroke = (from: [number, number], to: [number, number]) => reader.drag(outline(), from, to);

test('lungs are corrected, read again, compared, undone, done again and reset', async ({
  page,
}) => {
  const answers = () => reader.classes.allInnerTexts();
  const model = await answers();
  await page.getByRole('button', { name: 'Correct the lungs' }).click();
  await page.keyboard.press('x');
  await stroke([0.3, 0.3], [0.4, 0.65]);
  const status = page.getByRole('status').filter({ hasText: /^Read again in \d+\.\d\d s\.$/ });
  await expect(status).toBeVisible({ timeout: 20_000 });
  const edited = await answers();
  expect(edited).not.toEqual(model);
  await expect(page.getByRole('heading', { name: 'Lungs edited by hand' })).toBeVisible();
  await expect(reader.films).toContainText('Lungs edited');
  const row = page.getByRole('row', { name: /^Normal/ });
  const [was, is] = await row.getByRole('cell').allInnerTexts();
  expect(model[0]).toContain(was);
  expect(edited[0]).toContain(is);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'Lungs edited by hand' })).toBeHidden();
  expect(await answers()).toEqual(model);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByRole('heading', { name: 'Lungs edited by hand' })).toBeVisible();
  await expect.poll(answers).toEqual(edited);

  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect.poll(answers).toEqual(model);
  await expect(reader.films).not.toContainText('Lungs edited');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(answers, { timeout: 20_000 }).toEqual(edited);
  // The other model reads inside the same lungs, and its page says whose they are.
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText('Lungs edited by hand')).toBeVisible();
});

test('pieces are taken away and gaps filled; lungs that are none keep the earlier reading', async ({
  page,
}) => {
  const share = () =>
    page
      .getByText(/^\d+\.\d % of the film$/)
      .first()
      .textContent();
  const whole = Number.parseFloat((await share()) ?? '');
  const answered = () =>
    expect(page.getByRole('status').filter({ hasText: /^Read again/ })).toBeVisible({
      timeout: 20_000,
    });
  await page.keyboard.press('e');
  await page.keyboard.press('d');
  await stroke([0.32, 0.4], [0.32, 0.4]);
  await answered();
  const half = Number.parseFloat((await share()) ?? '');
  expect(half / whole).toBeGreaterThan(0.3);
  expect(half / whole).toBeLessThan(0.7);

  // The other lung too: nothing is left, which the gate refuses.
  await stroke([0.68, 0.4], [0.68, 0.4]);
  await expect(page.getByRole('status').filter({ hasText: /Kept the earlier/ })).toContainText(
    'No lungs were found',
  );
  expect(Number.parseFloat((await share()) ?? '')).toBe(half);

  await page.getByRole('button', { name: 'Undo' }).click();
  await answered();
  await page.getByRole('button', { name: 'Grow', exact: true }).click();
  await expect.poll(async () => Number.parseFloat((await share()) ?? '')).toBeGreaterThan(half);
});

test('a stroke goes on where its pane changes its size on the way', async ({ page }) => {
  await page.getByRole('button', { name: 'Correct the lungs' }).click();
  await page.keyboard.press('x');
  const at = async (u: number, v: number) => {
    const box = await outline().boundingBox();
    if (!box) throw new Error('the lungs are not on screen');
    return [box.x + u * box.width, box.y + v * box.height] as const;
  };
  await page.mouse.move(...(await at(0.3, 0.3)));
  await page.mouse.down();
  await page.setViewportSize({ width: 1100, height: 720 });
  await reader.drawn();
  await page.mouse.move(...(await at(0.4, 0.65)), { steps: 10 });
  await page.mouse.up();
  await expect(page.getByRole('status').filter({ hasText: /^Read again in/ })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Lungs edited by hand' })).toBeHidden();
});
