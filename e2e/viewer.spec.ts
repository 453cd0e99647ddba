import { expect, test } from '@playwright/test';
import { syntheticFilm } from '../src/imaging/synthetic-film.ts';
import { dicomFilm, WHOLE_WINDOW } from './support/dicom-film.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile } from './support/test-films.ts';

let reader: ReaderPage;
const film = () => reader.picture(/^Film /);
const heat = () => reader.picture(/^Heat map of/);
const readout = (id: string) => reader.page.getByTestId(id);

async function settled(pictures: readonly RegExp[]): Promise<number[]> {
  // Levels and windows come from a worker a moment later.
  await reader.page.waitForTimeout(400);
  await reader.drawn();
  return Promise.all(pictures.map((name) => reader.fingerprint(name)));
}

const ALL = [/^Film /, /^Outline of the lungs/, /^Heat map of/];

async function expectAllChange(change: () => Promise<unknown>): Promise<void> {
  const before = await settled(ALL);
  await change();
  const after = await settled(ALL);
  for (const [index, mark] of after.entries()) expect(mark).not.toBe(before[index]);
}

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  await reader.open();
});

test('all pictures zoom, move, turn, flip and invert together, by mouse and by key', async ({
  page,
}) => {
  await reader.choose(filmFile('film.png'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const start = await settled(ALL);
  const zoom = Number.parseFloat((await readout('zoom').textContent()) ?? '');
  await expectAllChange(async () => {
    await film().hover({ position: { x: 60, y: 200 } });
    await page.mouse.wheel(0, -600);
  });
  expect(Number.parseFloat((await readout('zoom').textContent()) ?? '')).toBeGreaterThan(2 * zoom);
  await expectAllChange(() => reader.drag(heat(), [0.5, 0.5], [0.3, 0.7]));
  await expectAllChange(() => page.keyboard.press('ArrowLeft'));
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  expect(await settled(ALL)).toEqual(start);

  for (const [button, key] of [
    ['Turn clockwise', 'r'],
    ['Flip left and right', 'f'],
    ['Invert greys', 'i'],
  ] as const) {
    await expectAllChange(() => page.getByRole('button', { name: button }).click());
    await expectAllChange(() => page.keyboard.press(key));
    if (key === 'r') await page.keyboard.press('r');
    if (key === 'r') await page.keyboard.press('r');
    await page.mouse.move(5, 5);
    expect(await settled(ALL)).toEqual(start);
  }
  await page.keyboard.press('a');
  await expect(readout('zoom')).toHaveText('100 %');
});

test('the window follows a drag, a slider and a choice; a pixel tells its own grey', async ({
  page,
}) => {
  await reader.choose(filmFile('film.png', 16));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const first = await readout('window').textContent();
  await expectAllChange(async () => {
    await page.keyboard.press('w');
    await reader.drag(film(), [0.3, 0.3], [0.6, 0.5]);
  });
  expect(await readout('window').textContent()).not.toBe(first);
  await page.getByRole('button', { name: 'Set the window' }).click();
  await page.getByRole('slider', { name: 'Width' }).press('End');
  await expect(readout('window')).toContainText('W 131,072');
  await page.getByRole('button', { name: "Film's range" }).click();
  await expect(readout('window')).toHaveText(first ?? '');
  await page.keyboard.press('Escape');

  await page.keyboard.press('a');
  await film().hover();
  const [x = 0, y = 0] = ((await readout('pointer').textContent()) ?? '').split(', ').map(Number);
  const { data, width } = syntheticFilm().film;
  const grey = (data[y * width + x] as number) * 257;
  await expect(readout('grey')).toHaveText(`${grey.toLocaleString('en-GB')} of 65,535`);
});

test('a DICOM film keeps its sides and is measured in millimetres', async ({ page }) => {
  await reader.deliver(
    'drop',
    dicomFilm('IM1', [['00181164', 'DS', '0.4\\0.4'], ['00200020', 'CS', 'L\\F'], ...WHOLE_WINDOW]),
  );
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const edge = (name: string) => page.locator('[data-kind="film"]').getByRole('img', { name });
  await expect(edge('Left edge: R')).toBeVisible();
  await expect(edge('Upper edge: H')).toBeVisible();
  await page.keyboard.press('f');
  await expect(edge('Left edge: L')).toBeVisible();
  await expect(page.getByText('Flipped').first()).toBeVisible();
  await page.keyboard.press('f');
  await page.keyboard.press('r');
  await expect(edge('Right edge: H')).toBeVisible();
  for (const _ of [1, 2, 3]) await page.keyboard.press('r');

  // At 1:1 a hundred view pixels are a hundred film pixels: 40 mm at 0.4 mm each.
  await page.keyboard.press('a');
  await page.keyboard.press('l');
  const box = await film().boundingBox();
  if (!box) throw new Error('no film');
  const [x, y] = [Math.round(box.x + 100), Math.round(box.y + 100)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 80, { steps: 4 });
  await page.mouse.up();
  await expect(readout('length')).toHaveText('40.0 mm at the detector');
  await expect(readout('pointer')).toContainText(' mm)');
  await expect(page.getByText(/Patient's right lung \d+\.\d %, left lung/)).toBeVisible();
  await expect(page.getByText(/\d+ cm² at the detector/)).toBeVisible();
});

test('heat has a threshold and an opacity, lungs a raw mask, and pictures lie over one another', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const [before] = await settled([/^Heat map of/]);
  await page.getByRole('slider', { name: 'Heat below this is not shown' }).press('PageUp');
  const [cut] = await settled([/^Heat map of/]);
  expect(cut).not.toBe(before);
  const [outline] = await settled([/^Outline/]);
  await page.getByRole('button', { name: 'Raw', exact: true }).click();
  const [raw] = await settled([/^Raw mask, dashed/]);
  expect(raw).not.toBe(outline);

  await page.keyboard.press('s');
  const stack = /^Heat map of .+ and lungs over/;
  await expect(reader.picture(stack)).toBeVisible();
  const [over] = await settled([stack]);
  await page.getByRole('slider', { name: 'Lungs', exact: true }).press('End');
  const [tinted] = await settled([stack]);
  expect(tinted).not.toBe(over);
  await page.keyboard.press('m');
  await reader.picture(stack).hover();
  const [magnified] = await settled([stack]);
  expect(magnified).not.toBe(tinted);
});

test('two fingers zoom on a phone, and nothing scrolls sideways', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await reader.expectNoSidewaysScroll();
  const box = await film().boundingBox();
  if (!box) throw new Error('no film');
  const zoom = Number.parseFloat((await readout('zoom').textContent()) ?? '');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', gap: number | null) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        gap === null
          ? []
          : [
              { x: x - gap, y, id: 1 },
              { x: x + gap, y, id: 2 },
            ],
    });
  await touch('touchStart', 30);
  await touch('touchMove', 60);
  await touch('touchMove', 90);
  await touch('touchEnd', null);
  await expect
    .poll(async () => Number.parseFloat((await readout('zoom').textContent()) ?? ''))
    .toBeGreaterThan(1.5 * zoom);
});
