import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../src/app/i18n/languages.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

/** axe is a script from outside the app, which its policy would not let in. */
test.use({ bypassCSP: true });

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe found on each screen, for docs/accessibility.md. */
const findings: [screen: string, rules: number, violations: number][] = [];

async function expectClean(page: Page, screen: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  findings.push([screen, passes.length + violations.length, violations.length]);
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)}`,
  );
  expect(told, screen).toEqual([]);
}

async function start(page: Page, kept: Record<string, string> = {}): Promise<ReaderPage> {
  await page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
  }, kept);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return new ReaderPage(page);
}

const filmCanvas = (page: Page) => page.locator('[data-area=viewer] canvas').first();
const demo = (page: Page) => page.locator('main button').last();

async function readDemo(page: Page, reader: ReaderPage): Promise<void> {
  await demo(page).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
}

test.afterAll(() => {
  if (!process.env.UPDATE_REPORTS) return;
  const rows = findings.map(([screen, rules, count]) => `| ${screen} | ${rules} | ${count} |`);
  writeFileSync(
    'docs/accessibility.md',
    `# Accessibility, measured

axe-core on the built app, rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA. Written by
\`UPDATE_REPORTS=1 npx playwright test e2e/accessibility.spec.ts --project=app\`, whose other tests walk
from load to heat map by keyboard alone, zoom to 200 %, and look at phones and at reduced motion.

| screen | rules that applied | violations |
| --- | --: | --: |
${rows.join('\n')}
`,
  );
});

for (const theme of ['dark', 'light']) {
  test(`axe finds nothing on any screen, ${theme}`, async ({ page }) => {
    test.slow();
    const clean = (screen: string) => expectClean(page, `${screen}, ${theme}`);
    const reader = await start(page, { theme });
    await expect(page.getByRole('region', { name: 'Introduction' })).toBeVisible();
    await clean('empty, with the introduction');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await clean('settings');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await clean('shortcuts');
    await page.keyboard.press('Escape');
    await readDemo(page, reader);
    await clean('a film that is read');
    await page.getByRole('button', { name: 'About the models' }).click();
    await expect(page.getByRole('article').first()).toBeVisible();
    await clean('model cards');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await expect(page.getByRole('heading', { name: 'Two models, one film' })).toBeFocused();
    await clean('comparison');
    await page
      .getByRole('button', { name: /^Enlarge: / })
      .first()
      .click();
    await clean('a picture enlarged');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.keyboard.press('Delete');
    await page.locator('input[type=file]:not([data-kind])').setInputFiles({
      name: 'letter.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('no film'),
    });
    await expect(page.getByRole('heading', { name: 'This file cannot be read' })).toBeVisible();
    await clean('a file that cannot be read');
  });
}

for (const language of ['es', 'fr', 'zh', 'ar'] as const) {
  test(`the app speaks ${LANGUAGES[language].name}, and axe finds nothing`, async ({ page }) => {
    const reader = await start(page, { language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('html')).toHaveAttribute('dir', LANGUAGES[language].dir);
    await readDemo(page, reader);
    await expectClean(page, `a film that is read, ${LANGUAGES[language].name}`);
    await reader.expectNoSidewaysScroll();
  });
}

test('Arabic mirrors the page, never the film', async ({ page }) => {
  const reader = await start(page, { language: 'ar' });
  await readDemo(page, reader);
  const listed = page.locator('nav li').first();
  const [list, film] = await Promise.all([listed.boundingBox(), filmCanvas(page).boundingBox()]);
  expect(list?.x).toBeGreaterThan(film?.x ?? Number.POSITIVE_INFINITY);
  const arabic = await filmCanvas(page).evaluate(brightnessAcross);
  await page.evaluate(() => localStorage.setItem('language', 'en'));
  const english = await page.context().newPage();
  const other = await start(english, { language: 'en' });
  await readDemo(english, other);
  const across = await filmCanvas(english).evaluate(brightnessAcross);
  // The synthetic film is not symmetric: mirrored, the two would lie far apart.
  const distance = (one: number[], two: number[]) =>
    one.reduce((sum, value, i) => sum + Math.abs(value - (two[i] ?? 0)), 0);
  expect(distance(arabic, across)).toBeLessThan(distance(arabic, across.toReversed()) / 5);
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

test('a film is read, and each heat map seen, by keyboard alone', async ({ page }) => {
  const reader = await start(page);
  const focused = () => page.locator(':focus');
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const outline = await focused().evaluate((node) => getComputedStyle(node).outlineStyle);
      expect(outline, await focused().evaluate((node) => node.outerHTML)).not.toBe('none');
      const said = await focused().evaluate(
        (node) => node.getAttribute('aria-label') ?? node.textContent ?? '',
      );
      if (name.test(said)) return;
    }
    throw new Error(`${name} cannot be reached by the Tab key`);
  };
  await tabTo(/^Skip the introduction/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Introduction' })).toHaveCount(0);
  await tabTo(/^Try the demo film/);
  await page.keyboard.press('Enter');
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await tabTo(/^(Normal|COVID|Tuberculosis|Bacterial|Viral).* %/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  for (const [key, name] of [
    ['1', 'Normal'],
    ['3', 'Tuberculosis'],
    ['5', 'Viral pneumonia'],
  ]) {
    await page.keyboard.press(key as string);
    await expect(reader.picture(new RegExp(`^Heat map of ${name}`))).toBeVisible();
  }
  await tabTo(/^Opacity of the heat map/);
  await page.keyboard.press('End');
  await expect(focused()).toHaveAttribute('aria-valuetext', '100 %');
});

test('single-key shortcuts can be turned off and stay off', async ({ page }) => {
  const reader = await start(page, { introduction: 'seen' });
  await readDemo(page, reader);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Single-key shortcuts' }).click();
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Two models, one film' })).toHaveCount(0);
  await page.reload();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the language can be changed while a film is shown', async ({ page }) => {
  const reader = await start(page, { introduction: 'seen' });
  await readDemo(page, reader);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(page.getByRole('button', { name: 'Ouvrir des clichés' })).toBeVisible();
  await expect(reader.picture(/^Carte de chaleur de /)).toBeVisible();
});

for (const [what, width, height] of [
  ['200 % zoom of 1440 x 900', 720, 450],
  ['a phone', 390, 844],
  ['a tablet', 820, 1180],
  ['a large monitor', 2560, 1440],
] as const) {
  test(`nothing is cut off or scrolls sideways: ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const reader = await start(page);
    await reader.expectNoSidewaysScroll();
    await readDemo(page, reader);
    await reader.expectNoSidewaysScroll();
    for (const language of ['fr', 'ar'] as const) {
      await page.getByRole('button', { name: /^(Settings|Réglages)$/ }).click();
      await page.getByRole('menuitemradio', { name: LANGUAGES[language].name }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await reader.expectNoSidewaysScroll();
    }
  });
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself', async ({ page }) => {
    const reader = await start(page);
    await demo(page).click();
    await expect(page.getByRole('progressbar').first()).toBeVisible();
    const running = () =>
      page.evaluate(() => document.getAnimations().map((animation) => animation.constructor.name));
    expect(await running()).toEqual([]);
    await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
    expect(await running()).toEqual([]);
  });
});
