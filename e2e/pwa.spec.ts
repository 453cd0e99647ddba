import { writeFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import { test } from '@playwright/test';
import { decode } from 'fast-png';
import { currentCommit } from '../tools/evaluate/current-commit.ts';
import { AppHost } from './offline/app-host.ts';
import { expect, expectReady, InstalledBrowser, readDemo } from './offline/installed-browser.ts';
import { FIRST_READING_MS } from './support/reader-page.ts';
import { tinyFile } from './support/test-films.ts';

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}

interface Manifest {
  readonly name: string;
  readonly start_url: string;
  readonly display: string;
  readonly background_color: string;
  readonly theme_color: string;
  readonly icons: readonly Icon[];
}

const host = new AppHost('dist');
const browser = new InstalledBrowser(() => host.url);

/** What was looked at, and what was found, for docs/study/pwa.md. */
const rows: [check: string, found: string][] = [];

function check(what: string, found: unknown, wanted: unknown): void {
  expect.soft(found, what).toEqual(wanted);
  const shown = Array.isArray(found) && found.length === 0 ? 'none' : JSON.stringify(found);
  rows.push([what, shown.replaceAll('"', '')]);
}

/** Gathers what the browser complains of: its issues (deprecated interfaces among them) and errors. */
async function listen(page: Page, session: CDPSession): Promise<string[]> {
  const complaints: string[] = [];
  session.on('Audits.issueAdded', ({ issue }) => complaints.push(JSON.stringify(issue)));
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error' || entry.source === 'deprecation') complaints.push(entry.text);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await session.send('Audits.enable');
  await session.send('Log.enable');
  return complaints;
}

/** Most screens once: a film, both models, dialogs, a list with a film that is refused. */
async function useApp(page: Page): Promise<void> {
  const reader = await readDemo(page);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Fetch and compare' }).click();
  await expect(page.getByRole('img', { name: /^Heat map of / })).toHaveCount(2);
  await page.keyboard.press('c');
  for (const opener of ['About the models', 'About this device', 'Settings', 'Cases']) {
    await page.getByRole('button', { name: opener, exact: true }).click();
    await page.keyboard.press('Escape');
  }
  await reader.choose(tinyFile('dot.png'));
  await expect(page.getByRole('button', { name: 'Read anyway' })).toBeVisible();
}

/** The sizes of an icon, as its manifest says and as its pixels are. */
async function sizesOf(page: Page, { src, sizes, purpose = 'any' }: Icon): Promise<string> {
  const { width, height } = decode(await (await page.request.get(host.url + src)).body());
  return `${purpose} ${sizes} is ${width}x${height}`;
}

test.beforeAll(() => host.start());

test.afterAll(async () => {
  await browser.remove();
  await host.stop();
});

test('the app can be installed, as Chromium judges it, and nothing in it is deprecated', async () => {
  test.setTimeout(4 * FIRST_READING_MS);
  const page = await browser.start({ offline: false });
  const session = await page.context().newCDPSession(page);
  const complaints = await listen(page, session);
  await page.goto(host.url);
  await expectReady(page);

  const { errors, data = '{}' } = await session.send('Page.getAppManifest');
  check('errors in the manifest', errors, []);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  check('reasons not to install it', installabilityErrors, []);
  const manifest = JSON.parse(data) as Manifest;
  const pictures = manifest.icons.filter(({ src }) => src.endsWith('.png'));
  const icons = await Promise.all(pictures.map((icon) => sizesOf(page, icon)));
  check('icons', icons, [
    'any 192x192 is 192x192',
    'any 512x512 is 512x512',
    'maskable 512x512 is 512x512',
  ]);
  check('display', manifest.display, 'standalone');
  const colour = /^#[0-9a-f]{6}$/;
  check('theme colour', manifest.theme_color, expect.stringMatching(colour));
  check('background colour', manifest.background_color, expect.stringMatching(colour));
  const meta = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content');
  check('theme colour of the page', await meta('theme-color'), manifest.theme_color);
  // Nothing forbids to zoom.
  check('viewport', await meta('viewport'), 'width=device-width, initial-scale=1');
  check('secure context', await page.evaluate(() => isSecureContext), true);
  check('language', await page.locator('html').getAttribute('lang'), 'en');
  check('title', await page.title(), manifest.name);

  await useApp(page);
  check('issues, deprecated interfaces and errors in a whole session', complaints, []);
  // Nothing was heard because there was nothing: what the policy forbids is.
  await page.evaluate(() => {
    new Image().src = 'https://example.invalid/film.png';
  });
  await expect.poll(() => complaints.join()).toContain('ContentSecurityPolicyIssue');

  await host.stop();
  await page.context().setOffline(true);
  const answer = await page.goto(new URL(manifest.start_url, host.url).href);
  check('start URL without network and server', answer?.status(), 200);
  check('answered by the service worker', answer?.fromServiceWorker(), true);
  const controlled = () => navigator.serviceWorker.controller?.state;
  check('service worker of the page', await page.evaluate(controlled), 'activated');
  check('requests to other hosts', browser.foreign, []);

  if (process.env.UPDATE_REPORTS) {
    const { product } = await session.send('Browser.getVersion');
    writeReport(product);
  }
});

function writeReport(product: string): void {
  const lines = rows.map(([what, found]) => `| ${what} | ${found} |`);
  writeFileSync(
    'docs/study/pwa.md',
    `# Installable, as Chromium judges it

Lighthouse has no PWA category any more; these are the checks it had, asked of the browser itself over its debugging protocol, and
two that remain in it: errors in the console, and the issues that the developer tools list, deprecated interfaces among them. Of the page, not of its
workers. Written on ${new Date().toISOString().slice(0, 10)} at commit ${currentCommit()} by \`UPDATE_REPORTS=1 npx playwright test e2e/pwa.spec.ts --project=app\` with
${product} on the built app, on a plain host that sends no headers; ${rows.length} checks.

| check | found |
| --- | --- |
${lines.join('\n')}
`,
  );
}
