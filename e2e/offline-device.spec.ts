import { type Page, test } from '@playwright/test';
import { AppHost } from './offline/app-host.ts';
import { inspectKept } from './offline/inspect-kept.ts';
import {
  badge,
  expect,
  expectReady,
  InstalledBrowser,
  readDemo,
} from './offline/installed-browser.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile } from './support/test-films.ts';

const host = new AppHost('dist');
const browser = new InstalledBrowser(() => host.url);
let page: Page;

test.setTimeout(3 * FIRST_READING_MS);

/** One device on which everything is there, for all of these tests. */
test.beforeAll(async () => {
  await host.start();
  page = await browser.start({ offline: false });
});

test.beforeEach(async () => {
  await host.start();
  await page.goto(host.url);
  await expectReady(page);
  // The session goes on over visits; each test begins with an empty list.
  const clear = page.getByRole('button', { name: 'Clear the list' });
  const empty = page.getByRole('button', { name: 'Try the demo film' });
  await expect(clear.or(empty)).toBeVisible();
  if (await clear.isVisible()) await clear.click();
  await expect(empty).toBeVisible();
});

test.afterAll(async () => {
  await browser.remove();
  await host.stop();
  expect(browser.foreign).toEqual([]);
});

test('the badge notices what goes missing, and says what is repaired', async () => {
  await host.stop();
  const lost = await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const [first, second] = await cache.keys();
      if (/files/.test(name) && first && second) {
        await cache.delete(first);
        await cache.put(second, new Response('not a network'));
      } else if (/precache/.test(name) && first) await cache.put(first, new Response('damaged'));
    }
    return (await caches.keys()).length;
  });
  expect(lost).toBeGreaterThan(1);
  await badge(page).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check again' }).click();
  await expect(dialog).toContainText(/Not ready offline: \d+ of \d+ files/);
  const [, present, needed] =
    /offline: (\d+) of (\d+) files/.exec((await badge(page).textContent()) ?? '') ?? [];
  expect(Number(present)).toBe(Number(needed) - 3);

  await host.start();
  await page.reload();
  await expectReady(page);
  expect(await inspectKept(page)).toMatchObject({ wrong: 0 });
});

test('nothing is asked of any other host, and nothing could be', async () => {
  for (const offline of [false, true]) {
    if (offline) await host.stop();
    await page.reload();
    await expectReady(page);
    const refused = await page.evaluate(async () => {
      const refusals: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        refusals.push(effectiveDirective);
      });
      const tries = [
        () => fetch('https://example.org/'),
        () => new Worker('https://example.org/worker.js'),
        () => {
          document.body.innerHTML = '<b>text as HTML</b>';
        },
        () =>
          document.body.append(Object.assign(new Image(), { src: 'https://example.org/a.png' })),
        () =>
          document.head.append(
            Object.assign(document.createElement('style'), { textContent: 'a{}' }),
          ),
      ];
      for (const attempt of tries)
        await Promise.resolve()
          .then(attempt)
          .catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 300));
      return [...new Set(refusals)].sort();
    });
    expect(refused).toEqual([
      'connect-src',
      'img-src',
      'require-trusted-types-for',
      'style-src-elem',
    ]);
    const headers = await page.evaluate(async () =>
      Object.fromEntries((await fetch('./')).headers),
    );
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
});

test('films come from other apps, from the file manager and from shortcuts', async () => {
  await host.stop();
  const shared = filmFile('shared film.png');
  await page.evaluate((action) => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      name: 'films',
      id: 'share-films',
    });
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      enctype: 'multipart/form-data',
      action,
    });
    form.append(input);
    document.body.append(form);
  }, `${host.url}share`);
  await page.locator('#share-films').setInputFiles(shared);
  await page.evaluate(() => document.forms[0]?.submit());
  const reader = new ReaderPage(page);
  await expect(reader.films).toHaveText([/shared film\.png/]);
  await expect(reader.films).toHaveAttribute(
    'data-status',
    /loading-models|segmenting|classifying|done/,
    {
      timeout: FIRST_READING_MS,
    },
  );
  expect(page.url()).toBe(host.url);
  const names = await page.evaluate(() => caches.keys());
  expect(names.filter((name) => name.includes('shared'))).toEqual([]);

  // What the operating system does with an installed app, which a test cannot.
  await page.addInitScript(() => {
    const setConsumer = (open: unknown) => Object.assign(window, { open });
    Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
  });
  await page.goto(`${host.url}?start=offline`);
  await expect(page.getByRole('dialog')).toContainText('Ready without network');
  await page.keyboard.press('Escape');
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const file = new File([bytes], 'opened.png');
    const { open } = window as unknown as { open(launch: object): void };
    open({ files: [{ getFile: async () => file }] });
  }, shared.buffer.toString('base64'));
  // The session goes on: earlier films are still listed.
  await expect(reader.films).toHaveText([/shared film\.png/, /opened\.png/]);
  // Only what was finished is sure to outlast the page.
  await expect(reader.films.last()).toHaveAttribute('data-status', 'done', {
    timeout: FIRST_READING_MS,
  });

  await page.goto(`${host.url}?start=demo`);
  await expect(reader.films).toHaveText([/shared film\.png/, /opened\.png/, /Synthetic demo film/]);
  expect(page.url()).toBe(host.url);
});

/** One for each codec that is loaded only when a film needs it. */
const CODED = [
  'decode/grey.jpg',
  'decode/lossy.webp',
  'dicom/charls-jpeg-ls-u8.dcm',
  'dicom/gdcm-jpeg-2000-u8.dcm',
  'dicom/openjph-htj2k-lossy-u8.dcm',
];

test('every codec is on the device, and runs under the policy', async () => {
  await host.stop();
  const reader = new ReaderPage(page);
  await reader.choose(...CODED.map((file) => `test/golden/${file}`));
  await expect(reader.films).toHaveCount(CODED.length);
  // Decoded; and then found too small to be a film, as these pictures are.
  for (const film of await reader.films.all()) {
    await expect(film).toHaveAttribute('data-status', 'refused');
  }
});

test('a disk that is too small is told, and films are read all the same', async () => {
  await page.evaluate(async () => {
    for (const name of await caches.keys()) if (/model/.test(name)) await caches.delete(name);
  });
  await browser.limitStorage(page, 20e6);
  await page.reload();
  await readDemo(page);
  await expect(badge(page)).toHaveText(/^Not ready offline: \d+ of \d+ files$/);
  await badge(page).click();
  await expect(page.getByRole('dialog')).toContainText(/too little space.*free some disk space/);
  await browser.limitStorage(page);
});
