import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../src/app/i18n/languages.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

async function start(page: Page, kept: Record<string, string> = {}): Promise<ReaderPage> {
  await page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value);
  }, kept);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return new ReaderPage(page);
}

const demo = (page: Page) => page.locator('main button').last();

async function readDemo(page: Page, reader: ReaderPage): Promise<void> {
  await demo(page).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
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
  await start(page, { introduction: 'seen' });
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Single-key shortcuts' }).click();
  for (const again of [false, true]) {
    if (again) await page.reload();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('nothing is cut off or scrolls sideways, in any window and language', async ({ page }) => {
  const windows = [
    ['200 % zoom of 1440 x 900', 720, 450],
    ['a phone', 390, 844],
    ['a tablet', 820, 1180],
    ['a large monitor', 2560, 1440],
  ] as const;
  const reader = await start(page);
  const fits = async () => {
    for (const [what, width, height] of windows) {
      await test.step(what, async () => {
        await page.setViewportSize({ width, height });
        await reader.drawn();
        await reader.expectNoSidewaysScroll();
      });
    }
  };
  await fits();
  await readDemo(page, reader);
  await fits();
  for (const [language, open, heat] of [
    ['fr', 'Ouvrir des clichés', /^Carte de chaleur de /],
    ['ar', 'فتح صور', /^الخريطة الحرارية/],
  ] as const) {
    await page.getByRole('button', { name: /^(Settings|Réglages)$/ }).click();
    await page.getByRole('menuitemradio', { name: LANGUAGES[language].name }).click();
    await expect(page.getByRole('button', { name: open })).toBeVisible();
    await expect(reader.picture(heat)).toBeVisible();
    await fits();
  }
});

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
