import { availableParallelism } from 'node:os';
import { test } from '@playwright/test';
import { AppHost } from './offline/app-host.ts';
import {
  badge,
  expect,
  expectReady,
  expectThreads,
  InstalledBrowser,
  readDemo,
} from './offline/installed-browser.ts';
import { NEWER, newerVersion } from './offline/newer-version.ts';
import { type SessionPart, saveRequests } from './offline/save-requests.ts';
import { FIRST_READING_MS, type ReaderPage } from './support/reader-page.ts';
import { hasRealFilms, NO_REAL_FILMS, realTestFilms } from './support/real-films.ts';
import { filmFile } from './support/test-films.ts';

const DIST = 'dist';

let host: AppHost;
let browser: InstalledBrowser;

test.skip(availableParallelism() < 2, 'one core runs one thread');

test.beforeEach(async () => {
  host = new AppHost(DIST);
  browser = new InstalledBrowser(() => host.url);
  await host.start();
});

test.afterEach(async () => {
  await browser.remove();
  await host.stop();
  expect(browser.foreign).toEqual([]);
});

/** A real film where there are any, else a drawn one. */
async function readFilm(reader: ReaderPage): Promise<void> {
  const [real] = hasRealFilms ? realTestFilms().values() : [];
  if (real) await reader.choose(real);
  else await reader.choose(filmFile('chosen.png', 8, 2));
  await expect(reader.films.last()).toHaveAttribute('data-status', 'done');
  await reader.films.last().getByRole('button').first().click();
  await reader.expectWholeReading();
}

/** The browser restarted without network, with the server stopped, has read the demo film. */
async function readOffline(): Promise<ReaderPage> {
  await browser.stop();
  await host.stop();
  const page = await browser.start({ offline: true });
  await page.goto(host.url);
  await expectReady(page);
  await expectThreads(page);
  const reader = await readDemo(page);
  await reader.expectWholeReading();
  return reader;
}

/** The session's requests by its steps. */
const parts: SessionPart[] = [];

async function part(name: string, body: () => Promise<void>): Promise<void> {
  const before = browser.requests.length;
  await test.step(name, body);
  parts.push({ name, requests: browser.requests.slice(before) });
}

test('after one visit films are read without network or server, and again after an update', async () => {
  test.setTimeout(5 * FIRST_READING_MS);
  if (!hasRealFilms) test.info().annotations.push({ type: 'skip', description: NO_REAL_FILMS });

  await part('a first visit to a host without headers makes everything ready', async () => {
    const page = await browser.start({ offline: false });
    await page.goto(host.url);
    await expectReady(page);
    await expectThreads(page);
  });

  await part('restarted offline, with the server stopped, it reads films', async () => {
    const reader = await readOffline();
    const { page } = reader;
    await reader.deliver('drop', filmFile('dropped.png', 8, 2));
    const dropped = reader.films.filter({ hasText: 'dropped.png' });
    await expect(dropped).toHaveAttribute('data-status', 'done');
    await readFilm(reader);
    // A restart would list these films again.
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
  });

  await part('a newer version waits for the film, then takes over when asked', async () => {
    await browser.stop();
    host.overlay = newerVersion(DIST);
    await host.start();
    const page = await browser.start({ offline: false });
    await page.goto(host.url);
    const bar = page.getByRole('region', { name: 'New version' });
    await expect(bar).toContainText(`Version ${NEWER.version} of ${NEWER.date} is ready.`);
    await expect(bar).toContainText(NEWER.changes[0]);
    const use = bar.getByRole('button', { name: 'Use it now' });
    await expect(use).toBeEnabled();
    await page.getByRole('button', { name: 'Try the demo film' }).click();
    await expect(use).toBeDisabled();
    await expect(bar).toContainText('A film is being read; the new version waits.');
    await page.screenshot({ path: test.info().outputPath('update-busy.png') });
    await expect(use).toBeEnabled();

    const second = await browser.newTab();
    await second.goto(host.url);
    await use.click();
    await expect(bar).toContainText('The app is open in another tab as well. Close it first.');
    await second.close();
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await page.screenshot({ path: test.info().outputPath('update-done.png') });
    await use.click();
    await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
    await expect(bar).toBeHidden();
    await expectReady(page);
  });

  await part('the new version reads films offline as well, from its own files alone', async () => {
    const reader = await readOffline();
    const { page } = reader;
    await readFilm(reader);
    await badge(page).click();
    await expect(page.getByRole('dialog')).toContainText(`${NEWER.version} of ${NEWER.date}`);
    const kept = await page.evaluate(async () => {
      const name = (await caches.keys()).find((key) => key.startsWith('manet-model-files'));
      return (await (await caches.open(name ?? '')).keys()).length;
    });
    const files = /all (\d+) files, verified/g;
    const [, networks] = [...(await page.getByRole('dialog').innerText()).matchAll(files)];
    expect(kept).toBe(Number(networks?.[1]));
  });

  expect(browser.problems).toEqual([]);
  expect(parts.map(({ requests }) => requests.length > 0)).toEqual([true, true, true, true]);
  if (process.env.UPDATE_REPORTS) saveRequests(parts);
});
