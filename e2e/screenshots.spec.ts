import { expect, test } from '@playwright/test';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

/** Writes the README's pictures, of the synthetic demo film only. */
test.skip(
  !process.env.UPDATE_SCREENSHOTS,
  'set UPDATE_SCREENSHOTS=1 to write docs/screenshots anew',
);

// The pictures show the badge of an installed app.
test.use({ serviceWorkers: 'allow' });

test('the pictures of the README', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => localStorage.setItem('introduction', 'seen'));
  const reader = new ReaderPage(page);
  await reader.open();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByRole('button', { name: 'Ready without network' })).toBeVisible({
    timeout: FIRST_READING_MS,
  });
  await page.screenshot({ path: 'docs/screenshots/wide.png' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('radiogroup').evaluate((bars) => {
    bars.closest('section')?.scrollIntoView();
  });
  await page.screenshot({ path: 'docs/screenshots/phone.png' });
});
