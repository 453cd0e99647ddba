import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { dicomFilm, WHOLE_WINDOW } from './support/dicom-film.ts';
import { FIRST_READING_MS, ReaderPage } from './support/reader-page.ts';

/** MONOCHROME1 with a window, without an extension to its name. */
const MONOCHROME1 = dicomFilm(
  'IM000001',
  [
    ['00101010', 'AS', '045Y'],
    ['00181164', 'DS', '0.4\\0.4'],
    ['00185101', 'CS', 'PA'],
    ['00280004', 'CS', 'MONOCHROME1'],
    ...WHOLE_WINDOW,
    ['00281055', 'LO', 'CHEST'],
  ],
  (grey) => 4095 - grey,
);

/** Films of every codec, 61 x 47 pixels. */
const PACKED = [
  'dcmtk-jpeg-baseline-u8.dcm',
  'dcmtk-jpeg-extended-u12.dcm',
  'dcmtk-jpeg-lossless-sv1-u12.dcm',
  'dcmtk-jpeg-ls-u12.dcm',
  'dcmtk-rle-u12.dcm',
  'gdcm-deflated-u12.dcm',
  'openjpeg-jpeg-2000-u12.dcm',
  'openjph-htj2k-u12.dcm',
];

test('a dropped DICOM film is read, and its window and exposure are told', async ({ page }) => {
  const reader = new ReaderPage(page);
  await reader.open();
  await reader.deliver('drop', MONOCHROME1);
  await reader.expectWholeReading();
  await expect(page.getByText('1024 × 1024 px, 12-bit, DICOM')).toBeVisible();
  await expect(page.getByText('Window: centre 2048, width 4096 (CHEST)')).toBeVisible();
  await expect(page.getByText(/DX, PA, 45 years, 0\.4 mm a pixel at the detector/)).toBeVisible();
});

test('each codec is served by the app itself, and runs under its policy', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const codecs = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL ?? '').origin) {
      foreign.push(url.href);
    }
    const codec = /(charls|openjpeg|openjph|mozjpeg)\w*-[\w-]+\.wasm$/.exec(url.pathname)?.[1];
    if (codec) codecs.add(codec);
  });
  // Decoding needs no networks: without them each film is shown, and only its reading fails.
  await page.route('**/models/**', (route) => route.abort());
  const reader = new ReaderPage(page);
  await reader.open();
  expect([...codecs]).toEqual([]);
  const files = PACKED.map((name) => ({
    name,
    mimeType: '',
    buffer: readFileSync(new URL(`../test/golden/dicom/${name}`, import.meta.url)),
  }));
  await reader.choose(...files);
  for (const name of PACKED) {
    const film = reader.films.filter({ hasText: name });
    await expect(film).toHaveAttribute('data-status', 'failed', { timeout: FIRST_READING_MS });
    await film.getByRole('button').first().click();
    await expect(reader.picture(new RegExp(`^Film ${name}`))).toBeVisible();
  }
  expect([...codecs].sort()).toEqual(['charls', 'mozjpeg', 'openjpeg', 'openjph']);
  expect(foreign).toEqual([]);
});
