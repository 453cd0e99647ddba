import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from '@playwright/test';
import { decode } from 'fast-png';
import { nativePixels } from '../src/dicom/native-pixels.ts';
import { readDicom } from '../src/dicom/read-dicom.ts';
import { syntheticFilm } from '../src/imaging/synthetic-film.ts';
import { runTool } from '../test/dicom/write/find-tool.ts';
import { readCsv } from '../test/platform/export/read-csv.ts';
import { dicomFilm, WHOLE_WINDOW } from './support/dicom-film.ts';
import { downloadBy } from './support/downloads.ts';
import { CAPTURE, ExportMenu, STRUCTURED } from './support/export-menu.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';
import { filmFile } from './support/test-films.ts';

const RESEARCH = 'For research and education only. Not a medical device.';
/** No person's: letters and figures that occur nowhere else. */
const NAME = 'ZZQX^WVKJ';
const ID = 'PID83624';
const BORN = '19010203';

const namedFilm = () =>
  dicomFilm(`${NAME}.dcm`, [
    ['00080016', 'UI', '1.2.840.10008.5.1.4.1.1.1.1'],
    ['00080018', 'UI', '1.2.777.1'],
    ['00100010', 'PN', NAME],
    ['00100020', 'LO', ID],
    ['00100030', 'DA', BORN],
    ['0020000D', 'UI', '1.2.777.2'],
    ['0020000E', 'UI', '1.2.777.3'],
    ...WHOLE_WINDOW,
    ['00281055', 'LO', NAME],
  ]);

const hasAny = (bytes: Buffer, texts: readonly string[]) =>
  texts.filter((text) => bytes.includes(text, 0, 'latin1'));

/** Without blanks and the marks of direction that readers of PDF add. */
const bare = (text: string) => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

function textIn(language: string, part: string, key: string): string {
  const file = new URL(`../src/app/i18n/locales/${language}/${part}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'))[key];
}

test('every export of the demo film', async ({ page }) => {
  const jar: string[] = [];
  page.on('console', (message) => message.type() === 'error' && jar.push(message.text()));
  const reader = new ReaderPage(page);
  await reader.open();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const menu = new ExportMenu(page);

  const pdf = await menu.save('Report (PDF)');
  expect(pdf.name).toBe('manet-film-1-report.pdf');
  expect((await PDFDocument.load(pdf.bytes)).getPageCount()).toBe(1);
  const text = runTool('pdftotext', '-layout', pdf.path, '-')?.replace(/\s+/g, ' ');
  if (text) {
    expect(text).toContain(RESEARCH);
    expect(text).toContain('Synthetic film, drawn by the program');
    expect(text).toMatch(/SHA-256 [0-9a-f]{64} .*SHA-256 [0-9a-f]{64}/);
    expect(text.match(/[\d.]+ %/g)?.length).toBeGreaterThanOrEqual(6);
  }

  const film = await menu.savePicture('Film');
  const { film: drawn } = syntheticFilm();
  expect(decode(film.bytes)).toMatchObject({ width: drawn.width });
  expect(decode(film.bytes).height).toBeGreaterThan(drawn.height);
  for (const pane of [/^Lungs, outline/, /^Lungs, cut out/, /^Heat map: /]) {
    expect((await menu.savePicture(pane)).name).toMatch(/^manet-film-1-[a-z]+\.png$/);
  }

  const overview = decode((await menu.savePicture('Outline and heat map')).bytes);
  const capture = await menu.saveDicom(CAPTURE, false);
  expect(capture.name).toBe('manet-film-1-capture.dcm');
  const dicom = readDicom(new Uint8Array(capture.bytes));
  const stored = nativePixels(dicom.frame, dicom.pixels, dicom.swapped).data;
  expect([dicom.pixels.columns, dicom.pixels.rows]).toEqual([overview.width, overview.height]);
  const { channels, data } = overview;
  const differing = stored.findIndex(
    (value, i) => value !== data[Math.floor(i / 3) * channels + (i % 3)],
  );
  expect(differing).toBe(-1);
  expect(hasAny(capture.bytes, [RESEARCH, 'Synthetic film'])).toHaveLength(2);

  const report = await menu.saveDicom(STRUCTURED, false);
  const tree = runTool('dsrdump', '+Pl', report.path);
  if (tree) {
    expect(tree).not.toMatch(/^[EWF]: /m);
    expect(tree).toContain(RESEARCH);
    expect(tree).toMatch(/Synthetic film, drawn by a program"\)=\(373066001,SCT,"Yes"\)/);
  }
  for (const { path } of [capture, report]) {
    expect(runTool('dciodvfy', path) ?? '').not.toMatch(/^Error/m);
    expect(runTool('dcmdump', path) ?? '').not.toMatch(/^[EWF]: /m);
  }

  const rows = readCsv((await menu.save('List of films (CSV)')).bytes.toString('utf8'));
  const row = Object.fromEntries(rows[0]?.map((column, i) => [column, rows[1]?.[i]]) ?? []);
  expect(row).toMatchObject({ film: '1', status: 'done', synthetic: 'yes', notice: RESEARCH });
  const sum = ['normal', 'covid19', 'tb', 'bacterial', 'viral'].reduce(
    (total, label) => total + Number(row[`p_${label}`]),
    0,
  );
  expect(Math.abs(sum - 1)).toBeLessThan(0.001);
  expect(jar).toEqual([]);
});

test('reports in Arabic and Chinese can be searched', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  await page.getByRole('button', { name: 'Try the demo film' }).click();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  for (const language of ['ar', 'zh'] as const) {
    await page.evaluate((tag) => localStorage.setItem('language', tag), language);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page
      .getByRole('button', { name: textIn(language, 'export', 'menu'), exact: true })
      .click();
    const item = page.getByRole('menuitem', { name: textIn(language, 'export', 'pdf') });
    const { bytes, path } = await downloadBy(page, () => item.click());
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
    const text = runTool('pdftotext', '-layout', path, '-');
    if (text) expect(bare(text)).toContain(bare(textIn(language, 'common', 'research')));
  }
});

test('patient fields go on only where the reader keeps them', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  const source = namedFilm();
  await reader.choose(source);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const menu = new ExportMenu(page);
  const personal = [NAME, ID, BORN, '1.2.777'];
  const hash = createHash('sha256').update(source.buffer).digest('hex');

  const csv = await menu.save('List of films (CSV)');
  const bare = await menu.saveDicom(STRUCTURED, false);
  const files = [
    csv,
    bare,
    await menu.save('Report (PDF)'),
    await menu.savePicture('Film'),
    await menu.saveDicom(CAPTURE, false),
  ];
  for (const { name, bytes } of files) {
    expect(hasAny(bytes, personal)).toEqual([]);
    expect(name).not.toContain('ZZQX');
  }
  expect(hasAny(csv.bytes, [hash])).toEqual([hash]);
  expect(hasAny(bare.bytes, [hash])).toEqual([hash]);

  for (const kind of [STRUCTURED, CAPTURE]) {
    const { bytes, path } = await menu.saveDicom(kind, true);
    expect(hasAny(bytes, personal)).toEqual(personal);
    expect(runTool('dciodvfy', path) ?? '').not.toMatch(/^Error/m);
  }

  // Tagged as browsers do it, which keep what screen readers are told.
  const printed = await page.pdf({ preferCSSPageSize: true, tagged: true });
  expect((await PDFDocument.load(printed)).getPageCount()).toBe(1);
  expect(hasAny(printed, [...personal, '(Heat map)'])).toEqual(['(Heat map)']);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  expect(paper).toContain(RESEARCH);
  expect(paper).toContain('Known limits');
  expect(hasAny(Buffer.from(paper, 'latin1'), personal)).toEqual([]);
});

test('after a reload the patient is gone, which is said, until the film is brought again', async ({
  page,
}) => {
  const reader = new ReaderPage(page);
  await reader.open();
  await reader.choose(namedFilm());
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await expect(page.getByText(/kept on this device until you clear the list/)).toBeVisible();
  const gone = page.getByText('Patient details are not kept across a reload');
  const menu = new ExportMenu(page);
  await menu.open();
  await expect(page.getByRole('menuitem', { name: STRUCTURED })).toBeVisible();
  await expect(gone).toHaveCount(0);
  await page.waitForTimeout(500);
  await page.reload();
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  await menu.open();
  await expect(gone).toBeVisible();
  await page.getByRole('menuitem', { name: STRUCTURED }).click();
  const dialog = page.getByRole('dialog', { name: STRUCTURED });
  await expect(dialog.getByRole('checkbox')).toBeDisabled();
  await expect(dialog.getByRole('checkbox')).toHaveAccessibleDescription(
    /not kept across a reload/,
  );
  await page.keyboard.press('Escape');
  const csv = (await menu.save('List of films (CSV)')).bytes.toString('utf8');
  const [columns = [], row = []] = readCsv(csv);
  // The kept copy has a hash of its own, which is not the film's.
  expect(row[columns.indexOf('source_sha256')]).toBe('');

  await reader.choose(namedFilm());
  await expect(reader.films).toHaveCount(2);
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const { bytes } = await menu.saveDicom(STRUCTURED, true);
  expect(hasAny(bytes, [NAME, ID])).toEqual([NAME, ID]);
});

test('the choice is made by keyboard, and cancelled without a file', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  await reader.choose(filmFile('film.png'));
  await expect(reader.done).toBeVisible({ timeout: FIRST_READING_MS });
  const button = page.getByRole('button', { name: 'Export', exact: true });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: STRUCTURED }).press('Enter');
  const dialog = page.getByRole('dialog', { name: STRUCTURED });
  await expect(dialog.getByRole('checkbox')).toBeDisabled();
  await expect(dialog.getByText('not a DICOM file')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});
