import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { LANGUAGES } from '../src/app/i18n/languages.ts';
import { currentCommit } from '../tools/evaluate/current-commit.ts';
import { dicomWithWindows } from './support/dicom-film.ts';
import { CAPTURE, ExportMenu, STRUCTURED } from './support/export-menu.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile, textFile, tinyFile } from './support/test-films.ts';

/** axe is a script from outside the app, which its policy would not let in. */
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 3 * FIRST_READING_MS });

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** More than are listed as a whole. */
const MANY = 60;

/** What axe found on each screen, for docs/accessibility.md. */
const findings: [screen: string, rules: number, violations: number][] = [];

async function expectClean(page: Page, screen: string): Promise<void> {
  // Without frames, axe needs no page of its own to put its results together.
  const axe = new AxeBuilder({ page }).withTags(WCAG).setLegacyMode();
  const { violations, passes } = await axe.analyze();
  findings.push([screen, passes.length + violations.length, violations.length]);
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)}`,
  );
  expect.soft(told, screen).toEqual([]);
}

/** Looks at a screen in both themes, as the system turns from one to the other. */
async function expectBothClean(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectClean(page, `${screen}, ${colorScheme}`);
  }
}

/** The app, in the theme of the system. */
async function start(page: Page): Promise<ReaderPage> {
  await page.addInitScript(() => localStorage.setItem('theme', 'system'));
  const reader = new ReaderPage(page);
  await reader.open();
  return reader;
}

async function readDemo(page: Page, reader: ReaderPage): Promise<void> {
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Opens something by a button, looks at it, and closes it. */
async function lookInto(page: Page, opener: Locator, opened: Locator, screen: string) {
  await opener.click();
  await expect(opened).toBeVisible();
  await expectBothClean(page, screen);
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
}

test.afterAll(() => {
  if (!process.env.UPDATE_REPORTS) return;
  const rows = findings.map(([screen, rules, count]) => `| ${screen} | ${rules} | ${count} |`);
  writeFileSync(
    'docs/accessibility.md',
    `# Accessibility, measured

axe-core on the built app, rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA: ${rows.length} screens. Written on
${new Date().toISOString().slice(0, 10)} at commit ${currentCommit()} by
\`UPDATE_REPORTS=1 npx playwright test e2e/axe.spec.ts --project=app\`. \`e2e/accessibility.spec.ts\` walks
from load to heat map by keyboard alone, zooms to 200 %, and looks at phones and at reduced motion.

| screen | rules that applied | violations |
| --- | --: | --: |
${rows.join('\n')}
`,
  );
});

test('axe finds nothing from the empty screen to every answer', async ({ page }) => {
  const reader = await start(page);
  const clean = (screen: string) => expectBothClean(page, screen);
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('region', { name: 'Introduction' })).toBeVisible();
  await clean('empty, with the introduction');
  await lookInto(page, button(page, 'Settings'), page.getByRole('menu'), 'settings');
  await page.keyboard.press('?');
  await expect(dialog).toBeVisible();
  await clean('shortcuts');
  await page.keyboard.press('Escape');
  await readDemo(page, reader);
  await clean('a film that is read');
  await lookInto(page, button(page, 'About this device'), dialog, 'about this device');
  await button(page, 'About the models').click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await clean('model cards');
  await page.keyboard.press('Escape');

  const menu = new ExportMenu(page);
  await menu.open();
  await expect(page.getByRole('menu')).toBeVisible();
  await clean('export');
  for (const item of [CAPTURE, STRUCTURED]) {
    await page.getByRole('menuitem', { name: item }).click();
    await expect(dialog).toBeVisible();
    await clean(`export, ${item}`);
    await page.keyboard.press('Escape');
    await menu.open();
  }
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Two models, one film' })).toBeFocused();
  await clean('comparison, not fetched');
  await button(page, 'Fetch and compare').click();
  await expect(reader.picture(/^Heat map of /)).toHaveCount(2, { timeout: FIRST_READING_MS });
  await clean('comparison');
  await button(page, /^Enlarge: /)
    .first()
    .click();
  await clean('a picture enlarged');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('Delete');

  await reader.choose(textFile('letter.txt'));
  await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible();
  await clean('a file that cannot be read');
  await page.keyboard.press('Delete');
  await reader.choose(tinyFile('dot.png'));
  await expect(button(page, 'Read anyway')).toBeVisible();
  await clean('a film that is refused');
});

test('axe finds nothing in a long list and in kept cases', async ({ page }) => {
  const reader = await start(page);
  const clean = (screen: string) => expectBothClean(page, screen);
  const small = Array.from({ length: MANY }, (_, i) => tinyFile(`film-${i + 1}.png`));
  const archive = zipSync({
    ...Object.fromEntries(small.map(({ name, buffer }) => [name, buffer])),
    'letter.txt': strToU8('Dear colleague'),
  });
  await reader.choose({
    name: 'films.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(archive),
  });
  await button(page, 'Show which').click();
  await expect(page.getByText('films.zip/letter.txt')).toBeVisible();
  await clean('skipped files');
  await button(page, 'Close this note').click();
  await page.getByRole('checkbox', { name: /film-1\.png$/ }).check();
  // Until every film was looked at, the list says how far it is.
  await expect(page.getByRole('region', { name: 'All films' })).toHaveCount(0, {
    timeout: FIRST_READING_MS,
  });
  await clean(`a list of ${MANY} films, one of them marked`);
  await lookInto(page, button(page, /^Show: /), page.getByRole('menu'), 'filters of the list');
  await button(page, 'Clear the list').click();

  await reader.choose(dicomWithWindows('two-windows.dcm'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const windows = button(page, /^Window, of 2: /);
  await lookInto(page, windows, page.getByRole('menu'), 'choice of windows');

  const cases = button(page, 'Cases');
  const dialog = page.getByRole('dialog', { name: 'Cases' });
  await lookInto(page, cases, dialog, 'cases, not kept');
  await cases.click();
  await page.getByRole('switch', { name: 'Keep cases on this device' }).click();
  await button(page, 'Add a rectangle').click();
  await expect(button(page, /^Black rectangle 1/)).toBeVisible();
  await clean('black rectangles');
  await button(page, 'Keep this film').click();
  await expect(page.getByText('This is the film on screen.')).toBeVisible();
  await clean('cases, one kept');
  await page.keyboard.press('Escape');

  await reader.choose(filmFile('later.png', 8, 2));
  await reader.films.last().getByRole('button').first().click();
  await expect(page.getByRole('img', { name: 'Film later.png' })).toBeVisible();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await cases.click();
  await button(page, 'Compare case 1 with the film on screen').click();
  await expect(page.getByRole('img', { name: 'Film of case 1' })).toBeVisible();
  await clean('an earlier film beside the one on screen');
});

/** Mean brightness of eight strips from left to right. */
function brightnessAcross(canvas: Element): number[] {
  const { width, height } = canvas as HTMLCanvasElement;
  const copy = new OffscreenCanvas(8, 1);
  const context = copy.getContext('2d');
  context?.drawImage(canvas as HTMLCanvasElement, 0, 0, width, height, 0, 0, 8, 1);
  const rgba = context?.getImageData(0, 0, 8, 1).data ?? [];
  return Array.from({ length: 8 }, (_, i) => rgba[4 * i] ?? 0);
}

test('the app speaks every language, Arabic mirrors the page and never the film', async ({
  page,
}) => {
  const reader = await start(page);
  await readDemo(page, reader);
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
  const film = page.locator('[data-area=viewer] canvas').first();
  const english = await film.evaluate(brightnessAcross);
  for (const language of ['es', 'fr', 'zh', 'ar'] as const) {
    await page.evaluate((tag) => localStorage.setItem('language', tag), language);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', LANGUAGES[language].dir);
    await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
    await expectClean(page, `a film that is read, ${LANGUAGES[language].name}`);
    await reader.expectNoSidewaysScroll();
  }
  const listed = page.locator('nav li').first();
  const [list, shown] = await Promise.all([listed.boundingBox(), film.boundingBox()]);
  expect(list?.x).toBeGreaterThan(shown?.x ?? Number.POSITIVE_INFINITY);
  // The synthetic film is not symmetric: mirrored, the two would lie far apart.
  const distance = (one: number[], two: number[]) =>
    one.reduce((sum, value, i) => sum + Math.abs(value - (two[i] ?? 0)), 0);
  const mirrored = distance(english.toReversed(), english);
  await expect
    .poll(async () => distance(await film.evaluate(brightnessAcross), english))
    .toBeLessThan(mirrored / 5);
});
