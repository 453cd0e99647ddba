import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium to test with: $CHROMIUM, one installed on the system, or Playwright's own.
 * Throws an Error that says how to get one.
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string {
  const { CHROMIUM: asked } = environment;
  if (asked) {
    if (exists(asked)) return asked;
    throw new Error(`$CHROMIUM is ${asked}, which does not exist.`);
  }
  const found = [...SYSTEM_PATHS, chromium.executablePath()].find(exists);
  if (found) return found;
  throw new Error(
    'No Chromium found. Install one (apt-get install chromium, or npx playwright install chromium), ' +
      'or set CHROMIUM to its path.',
  );
}
