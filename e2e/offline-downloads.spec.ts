import { readdirSync } from 'node:fs';
import { test } from '@playwright/test';
import { SECURITY_HEADERS } from '../src/workers/offline/security-headers.ts';
import { AppHost, type Fault } from './offline/app-host.ts';
import { inspectKept } from './offline/inspect-kept.ts';
import {
  badge,
  expect,
  expectReady,
  InstalledBrowser,
  readDemo,
} from './offline/installed-browser.ts';
import { FIRST_READING_MS } from './support/reader-page.ts';

const host = new AppHost('dist');
let browser: InstalledBrowser;

test.beforeAll(async () => {
  // Such a page is isolated from the start, and need not reload for it.
  host.headers = SECURITY_HEADERS;
  await host.start();
});

test.beforeEach(() => {
  browser = new InstalledBrowser(() => host.url);
  host.log.length = 0;
  host.fault = () => false;
});

test.afterEach(async () => {
  await browser.remove();
  expect(browser.foreign).toEqual([]);
  expect(browser.problems).toEqual([]);
});

test.afterAll(() => host.stop());

/** The app's own files and some of the networks. */
const ROOM_FOR_SOME_BYTES = 30e6;

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

const ailing =
  (path: string, times: number): Fault =>
  (request, _body, response) => {
    if (request.path !== path || ranges(path).length > times) return false;
    response.writeHead(500).end();
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
});

test('a server that fails is asked again, and where it goes on failing that is said', async () => {
  test.setTimeout(3 * FIRST_READING_MS);
  const faults = [ailing(cut, 2), ailing(wrong, Number.POSITIVE_INFINITY)];
  host.fault = (...args) => faults.some((fault) => fault(...args));
  const page = await browser.start({ offline: false });
  await page.goto(host.url);
  await expect(page.getByText('Networks could not be loaded')).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText(/could not be downloaded: the server answered 500/);
  await expect(main).toContainText(/Check the connection and load again; what has arrived is kept/);
  // Twice in vain, and then whole; the other one at once and after three pauses.
  expect(ranges(cut)).toHaveLength(3);
  expect(ranges(wrong)).toHaveLength(4);
  await expect(badge(page)).toHaveText(/^Not ready offline: \d+ of \d+ files$/);
  expect(await inspectKept(page)).toMatchObject({ wrong: 0 });

  host.fault = () => false;
  await page.getByRole('button', { name: 'Load again' }).click();
  await expectReady(page);
  expect(ranges(cut)).toHaveLength(3);
  expect(ranges(wrong)).toHaveLength(5);
  expect(await inspectKept(page)).toMatchObject({ wrong: 0 });
  await expect(page.getByText(/^Ready on/)).toBeVisible();
});

test('where the space runs out during the download, that is said, films are read, and what is kept is whole', async () => {
  test.setTimeout(3 * FIRST_READING_MS);
  const page = await browser.start({ offline: false });
  await browser.limitStorage(page, ROOM_FOR_SOME_BYTES);
  await page.goto(host.url);
  await readDemo(page);
  await expect(badge(page)).toHaveText(/^Not ready offline: \d+ of \d+ files$/);
  await badge(page).click();
  await expect(page.getByRole('dialog')).toContainText(/too little space.*free some disk space/);
  await page.keyboard.press('Escape');
  const kept = await inspectKept(page);
  expect(kept.files).toBeGreaterThan(0);
  expect(kept.wrong).toBe(0);

  await browser.limitStorage(page);
  host.log.length = 0;
  await page.reload();
  await expectReady(page);
  const whole = await inspectKept(page);
  expect(whole.wrong).toBe(0);
  expect(whole.files).toBeGreaterThan(kept.files);
  const fetched = new Set(host.log.map(({ path }) => path).filter((path) => /\.bin$/.test(path)));
  expect(fetched.size).toBeGreaterThan(0);
  expect(fetched.size).toBeLessThanOrEqual(whole.files - kept.files);
});
