import { readdirSync } from 'node:fs';
import { test } from '@playwright/test';
import { SECURITY_HEADERS } from '../src/platform/service-worker/security-headers.ts';
import { AppHost, type Fault } from './offline/app-host.ts';
import { inspectKept } from './offline/inspect-kept.ts';
import { badge, expect, expectReady, InstalledBrowser } from './offline/installed-browser.ts';
import { FIRST_READING_MS } from './support/reader-page.ts';

const host = new AppHost('dist');
const browser = new InstalledBrowser(() => host.url);

test.beforeAll(async () => {
  // Such a page is isolated from the start, and need not reload for it.
  host.headers = SECURITY_HEADERS;
  await host.start();
});

test.afterAll(async () => {
  await browser.remove();
  await host.stop();
});

const MODEL = 'models/ma-resnet50';
const [cut = '', hung = '', wrong = '', whole = ''] = readdirSync(`public/${MODEL}`)
  .filter((name) => name.endsWith('.bin'))
  .map((name) => `${MODEL}/${name}`);

/** Half of a file, and then nothing for ever, or a broken connection. */
const half =
  (path: string, ends: 'hangs' | 'breaks'): Fault =>
  (request, body, response) => {
    if (request.path !== path || request.range) return false;
    response.writeHead(200, { 'content-length': body.length });
    const sent = body.subarray(0, body.length / 2);
    response.write(sent, () => ends === 'breaks' && response.destroy());
    return true;
  };

const damaged =
  (path: string): Fault =>
  (request, body, response) => {
    if (request.path !== path) return false;
    response.end(Buffer.from(body).fill(0, 0, 8));
    return true;
  };

const ranges = (path: string) => host.log.filter((r) => r.path === path).map(({ range }) => range);
const startOf = (range: string | undefined) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);

test('a shard that is cut is gone on with, and a wrong one is fetched again and then refused', async () => {
  test.setTimeout(3 * FIRST_READING_MS);
  const faults = [half(cut, 'breaks'), half(hung, 'hangs'), damaged(wrong)];
  host.fault = (...args) => faults.some((fault) => fault(...args));
  const page = await browser.start({ offline: false });

  await test.step('within one visit', async () => {
    await page.goto(host.url);
    await expect.poll(() => ranges(cut).length).toBe(2);
    expect(ranges(cut)[0]).toBeUndefined();
    expect(startOf(ranges(cut)[1])).toBeGreaterThan(0);
    await expect(page.getByText('Networks could not be loaded')).toBeVisible();
    await expect(page.getByRole('main')).toContainText(
      `${wrong.slice(MODEL.length + 1)} is not the one`,
    );
    await expect(page.getByRole('main')).toContainText(/downloaded twice.*Nothing of it is used/);
    expect(ranges(wrong)).toEqual([undefined, undefined]);
    await expect(badge(page)).toHaveText(/^Not ready offline: \d+ of \d+ files$/);
    const kept = await inspectKept(page);
    expect(kept.wrong).toBe(0);
  });

  await test.step('and in the next visit', async () => {
    host.fault = () => false;
    const already = new Set(host.log.map(({ path }) => path));
    host.log.length = 0;
    await page.reload();
    await expectReady(page);
    expect(startOf(ranges(hung)[0])).toBeGreaterThan(0);
    expect(ranges(wrong)).toEqual([undefined]);
    expect(already).toContain(whole);
    expect(ranges(whole)).toEqual([]);
    expect(await inspectKept(page)).toMatchObject({ wrong: 0 });
    // Said only after the networks have reproduced PyTorch's answers.
    await expect(page.getByText(/^Ready on/)).toBeVisible();
  });

  expect(browser.foreign).toEqual([]);
  expect(browser.problems).toEqual([]);
});
