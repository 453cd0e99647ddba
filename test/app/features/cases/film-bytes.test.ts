import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filmBytes } from '../../../../src/app/features/cases/film-bytes.ts';
import { deidentifyDicom } from '../../../../src/dicom/deidentify/deidentify-dicom.ts';
import type { FilmSource } from '../../../../src/platform/intake/film-source.ts';
import { filmFile, type WrittenElement } from '../../../dicom/write-dicom.ts';

const source = (...parts: Uint8Array[]) =>
  ({ kind: 'file', name: 'a', blob: new Blob(parts as BlobPart[]) }) as const satisfies FilmSource;

const WINDOWS: readonly WrittenElement[] = [
  ['00281050', 'DS', '100\\40'],
  ['00281051', 'DS', '200\\80'],
  ['00100020', 'LO', 'SECRET-ID'],
];

describe('a film is the same film', () => {
  const file = filmFile(...WINDOWS);
  const one = source(file);

  it('through another window of its file, turned, or with a refusal set aside', async () => {
    const bytes = await filmBytes(one);
    expect(bytes.length).toBeGreaterThan(0);
    expect(await filmBytes({ ...one, window: 1 })).toEqual(bytes);
    expect(await filmBytes({ ...one, corrections: ['invert'], overrides: ['inverted'] })).toEqual(
      bytes,
    );
  });

  it('when its patient has been taken out of its file, as for a reload', async () => {
    const clean = deidentifyDicom(file, () => crypto.randomUUID());
    expect(await filmBytes(source(...clean))).toEqual(await filmBytes(one));
  });

  it('as long as its pixels are the same', async () => {
    const other = filmFile(...WINDOWS, ['7FE00010', 'OW', [9, 8, 7, 6, 5, 4]]);
    expect(await filmBytes(source(other))).not.toEqual(await filmBytes(one));
  });
});

it('another file is its bytes, and the demo film is itself', async () => {
  const png = new Uint8Array(readFileSync('test/golden/decode/grey8.png'));
  expect(await filmBytes(source(png))).toEqual(png);
  const demo = await filmBytes({ kind: 'demo', name: 'Demo' });
  expect(demo).toEqual(await filmBytes({ kind: 'demo', name: 'Another name' }));
  expect(demo).not.toEqual(png);
});
