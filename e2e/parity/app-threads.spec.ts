import { availableParallelism } from 'node:os';
import { expect, test } from '@playwright/test';

test('the built app computes on several WASM threads', async ({ page }) => {
  test.skip(availableParallelism() < 2, 'one core runs one thread');
  test.slow();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto('/');
  // Said only after the threads have passed the self-test against PyTorch's answers.
  await expect(page.getByText(/Ready on WebAssembly, ([2-9]|\d\d) threads/)).toBeVisible({
    timeout: 120_000,
  });
  expect(problems).toEqual([]);
});
