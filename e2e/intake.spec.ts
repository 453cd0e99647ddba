import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type FileChooser, type Locator, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { hostileFiles } from '../tools/fuzz/hostile-files.ts';
import { dicomWithWindows } from './support/dicom-film.ts';
import { FIRST_READING_MS, ReaderPage, type TestFile } from './support/reader-page.ts';
import { filmFile } from './support/test-films.ts';

/** For ten thousand files, on a busy machine of two cores. */
const LOOKING_THROUGH_MS = 30_000;

/** Three hundred a file would be a leak; what runs for the first time is compiled and stays. */
const HELD_AFTERWARDS_BYTES = 2_000_000;

let reader: ReaderPage;
let note: Locator;

test.beforeEach(async ({ page }) => {
  reader = new ReaderPage(page);
  note = page.getByRole('region', { name: 'Files that were brought' });
  await reader.open();
});

const zip = (name: string, files: Record<string, Uint8Array>): TestFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(zipSync(files)),
});

test('a ZIP: its films are read, the rest is named with the reason', async ({ page }) => {
  const inner = zipSync({ 'a.png': filmFile('a.png').buffer });
  await reader.deliver(
    'drop',
    zip('case.zip', {
      'x/film 10.png': filmFile('b.png', 8, 2).buffer,
      'x/film 9.png': filmFile('a.png', 16).buffer,
      'x/report.txt': strToU8('Dear colleague, ...'),
      'x/page.dcm': strToU8('<!doctype html><script>alert(1)</script>'),
      'x/inner.zip': inner,
    }),
  );
  await expect(note).toContainText('2 films added, 3 files skipped');
  await expect(reader.films).toHaveCount(2);
  await expect(reader.films.first()).toContainText('film 9.png');
  await note.getByRole('button', { name: 'Show which' }).click();
  await expect(note).toContainText('No image');
  await expect(note.getByText('case.zip/x/report.txt')).toBeVisible();
  await expect(note).toContainText('An archive inside an archive: unpack it first');
  await page.setViewportSize({ width: 390, height: 844 });
  await reader.expectNoSidewaysScroll();
  await note.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toBeHidden();
  await expect(page.getByText('Drop to read')).toBeHidden();
  // Where the window turned narrow, the list is a sheet that waits to be opened.
  await page.getByRole('button', { name: 'Show the list of films' }).click();
  await expect(reader.films.last()).toHaveAttribute('data-status', 'done', {
    timeout: FIRST_READING_MS,
  });
  await expect(reader.films.first()).toHaveAttribute('data-status', 'done');
});

test('a folder chosen with its sub-folders, and a disc in the order of its index', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'manet-folder-'));
  try {
    writeFileSync(join(folder, 'film.png'), filmFile('film.png').buffer);
    writeFileSync(join(folder, 'notes.txt'), 'Dear colleague');
    await page.locator('input[data-kind=folder]').setInputFiles(folder);
    await expect(note).toContainText('1 film added, 1 file skipped');
    await expect(reader.films).toContainText(['film.png']);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await page.locator('input[data-kind=folder]').setInputFiles('test/golden/intake/disc');
  await expect(note).toContainText('5 films added, 3 files skipped');
  await note.getByRole('button', { name: 'Show which' }).click();
  await expect(note).toContainText('Index of a disc');
  await expect(reader.films).toHaveCount(6);
  const names = await reader.films.allInnerTexts();
  const order = ['PT000001/ST000000', 'PT000001/ST000001', 'PT000000/ST000000'];
  const at = order.map((path) => names.findIndex((text) => text.includes(path)));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
});

test('a folder is chosen beside films that are there, by mouse and by keyboard', async ({
  page,
}) => {
  await reader.choose(filmFile('first.png'));
  const button = page.getByRole('button', { name: 'Choose a folder' });
  // One listener throughout: Playwright lets dialogs through while it has none.
  const choosers: FileChooser[] = [];
  page.on('filechooser', (chooser) => choosers.push(chooser));
  await button.click();
  await expect.poll(() => choosers.length).toBe(1);
  expect(choosers[0]?.isMultiple()).toBe(true);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => choosers.length).toBe(2);
  await choosers[1]?.setFiles('test/golden/intake/disc');
  await expect(note).toContainText('5 films added, 3 files skipped');
  await expect(reader.films).toHaveCount(6);
});

test('another window of a DICOM film reads it again through that window', async ({ page }) => {
  await reader.choose(dicomWithWindows('two-windows.dcm'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const before = await reader.fingerprint(/^Film /);
  const choice = page.getByRole('button', { name: /^Window, of 2: / });
  await expect(choice).toHaveAccessibleName(/centre 2048, width 4096 \(All\)/);
  await choice.click();
  await page.getByRole('menuitemradio', { name: /Dark half/ }).click();
  await expect(reader.done).toBeHidden();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(choice).toHaveAccessibleName(/centre 1024, width 2048 \(Dark half\)/);
  expect(await reader.fingerprint(/^Film /)).not.toBe(before);
});

test('ten thousand files in one archive, three of them films', async () => {
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < 9_997; i++) files[`notes/${i}.txt`] = strToU8(`note ${i}`);
  for (const i of [1, 2, 3]) files[`films/${i}.png`] = filmFile('x.png', 8, i).buffer;
  await reader.deliver('drop', zip('all.zip', files));
  await expect(note).toContainText('3 films added, 9997 files skipped', { timeout: 60_000 });
  await note.getByRole('button', { name: 'Show which' }).click();
  await expect(note).toContainText('and 9947 more');
  await expect(reader.films).toHaveCount(3);
});

/** Of the page's heap, objects and buffers, after its garbage is collected. */
async function heldBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usage.usedSize + usage.backingStorageSize;
}

test('ten thousand loose files in one folder, three of them films', async ({ page }) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'manet-folder-'));
  try {
    for (let i = 0; i < 9_997; i++) writeFileSync(join(folder, `note ${i}.txt`), `note ${i}`);
    for (const i of [1, 2, 3]) {
      writeFileSync(join(folder, `film ${i}.png`), filmFile('x.png', 8, i).buffer);
    }
    // The first film brings what stays: networks in use, pictures, code that has run.
    await reader.choose(filmFile('before.png', 8, 4));
    await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
    const before = await heldBytes(page);
    const began = performance.now();
    await page.locator('input[data-kind=folder]').setInputFiles(folder);
    await expect(note).toContainText('3 films added, 9997 files skipped', {
      timeout: LOOKING_THROUGH_MS,
    });
    test.info().annotations.push({
      type: 'looked through',
      description: `${Math.round(performance.now() - began)} ms`,
    });
    await note.getByRole('button', { name: 'Show which' }).click();
    await expect(note).toContainText('and 9947 more');
    await note.getByRole('button', { name: 'Close this note' }).click();
    await expect(reader.films).toHaveCount(4);
    for (const film of await reader.films.all()) {
      await expect(film).toHaveAttribute('data-status', 'done', { timeout: FIRST_READING_MS });
    }
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await expect(page.getByRole('button', { name: 'Try the demo film' })).toBeVisible();
    const grown = (await heldBytes(page)) - before;
    test.info().annotations.push({ type: 'held', description: `${grown} bytes more` });
    expect(grown).toBeLessThan(HELD_AFTERWARDS_BYTES);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('hostile files fail one after another with a reason, and the film after them is read', async ({
  page,
}) => {
  const files = hostileFiles().map(
    ({ name, bytes }): TestFile => ({ name, mimeType: '', buffer: Buffer.from(bytes) }),
  );
  await reader.deliver('drop', ...files, filmFile('last.png'));
  await expect(reader.films).toHaveCount(files.length + 1);
  const last = reader.films.filter({ hasText: 'last.png' });
  await expect(last).toHaveAttribute('data-status', 'done', { timeout: FIRST_READING_MS });
  const statuses = await reader.films.evaluateAll((items) =>
    items.map((item) => item.getAttribute('data-status')),
  );
  expect(statuses.filter((status) => status === 'done')).toHaveLength(1);
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set(['failed', 'refused']));
  await expect(page.getByText('internal')).toHaveCount(0);
});
