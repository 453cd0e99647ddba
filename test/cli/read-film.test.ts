import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode as decodePng, encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { readFilm } from '../../src/cli/read-film.ts';
import { createPictureWriter } from '../../src/cli/write-pictures.ts';
import { CodedError } from '../../src/errors/coded-error.ts';
import { LABELS } from '../../src/models/labels.ts';
import { GATE_CODES } from '../../src/pipeline/gate/gate-codes.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { dataSet, dicomFile, filmWith } from '../dicom/write-dicom.ts';
import { inLungs, twoLungs } from '../pipeline/test-films.ts';
import { thresholdEngine } from '../pipeline/threshold-engine.ts';

let folder: string;
let film: string;
const { width, height, data } = twoLungs();

const reader = (signal = new AbortController().signal) => ({
  decode: createFilmDecoder(loadCodecNode),
  engine: async () => thresholdEngine(),
  signal,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-film-'));
  film = join(folder, 'film.png');
  const bytes = Uint16Array.from(data, (grey) => grey * 257);
  await writeFile(film, encode({ width, height, data: bytes, channels: 1, depth: 16 }));
});
afterAll(() => rm(folder, { recursive: true }));

async function readPicture(name: string) {
  const picture = decodePng(await readFile(join(folder, 'out', name)));
  expect(picture).toMatchObject({ width, height, channels: 1, depth: 8 });
  return picture.data;
}

describe('a film that is read', () => {
  test('a DICOM film’s line says which window was used', async () => {
    const pixels = Array.from(data, (grey) => 4095 - 16 * grey);
    const elements = filmWith(
      ['00280004', 'CS', 'MONOCHROME1'],
      ['00280010', 'US', [height]],
      ['00280011', 'US', [width]],
      ['00281050', 'DS', '2048'],
      ['00281051', 'DS', '4096'],
      ['7FE00010', 'OW', pixels],
    );
    const path = join(folder, 'IM000001');
    await writeFile(path, dicomFile(dataSet(elements)));
    const line = await readFilm(path, reader(), null);
    expect(line).toMatchObject({
      status: 'ok',
      label: 'viral',
      dicom: { window: 'Window: centre 2048, width 4096', modality: 'DX', bitsStored: 12 },
    });
    expect(line.lungFraction).toBe((await readFilm(film, reader(), null)).lungFraction);
  });

  test('its line says everything, with its keys in the promised order', async () => {
    const line = await readFilm(film, reader(), null);
    expect(Object.keys(line)).toEqual([
      'file',
      'status',
      'code',
      'message',
      'label',
      'probabilities',
      'lungFraction',
      'gateOverridden',
      'warnings',
      'backend',
      'classifier',
      'dicom',
      'timingsMs',
    ]);
    expect(line).toMatchObject({ file: film, status: 'ok', code: null, message: null });
    expect(line).toMatchObject({
      label: 'viral',
      backend: 'cpu',
      gateOverridden: [],
      warnings: [],
    });
    const { id, title } = thresholdEngine().classifier;
    expect(line.classifier).toEqual({ id, title });
    expect(Object.keys(line.probabilities ?? {})).toEqual([...LABELS]);
    // Two ellipses of half axes 0.15 and 0.3: 2 * pi * 0.15 * 0.3.
    expect(line.lungFraction).toBeCloseTo(0.283, 1.5);
    const { decode, segment, classify, total } = line.timingsMs;
    expect(total).toBeGreaterThanOrEqual((decode ?? 0) + (segment ?? 0) + (classify ?? 0) - 2);
  });

  test('its pictures have the size of the film', async () => {
    await readFilm(film, reader(), createPictureWriter(join(folder, 'out'), 'sub/film'));
    expect((await readdir(join(folder, 'out', 'sub'))).sort()).toEqual(
      ['film.film.png', 'film.mask.png', ...LABELS.map((label) => `film.cam.${label}.png`)].sort(),
    );
    // 16 bits became 8 again.
    expect([...(await readPicture('sub/film.film.png'))]).toEqual([...data]);

    const mask = await readPicture('sub/film.mask.png');
    expect(new Set(mask)).toEqual(new Set([0, 255]));
    const agreeing = mask.filter(
      (value, i) =>
        value / 255 ===
        Number(inLungs(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height)),
    ).length;
    expect(agreeing / mask.length).toBeGreaterThan(0.98);

    // The last class is the hottest of all, the first class's logit has no weights.
    expect(Math.max(...(await readPicture('sub/film.cam.viral.png')))).toBeGreaterThan(240);
    expect(Math.max(...(await readPicture('sub/film.cam.normal.png')))).toBe(0);
  });
});

describe('a film that is not read', () => {
  test('refused before its lungs were sought: the film is written, no mask', async () => {
    const small = join(folder, 'small.png');
    await writeFile(small, encode({ width: 2, height: 2, data: new Uint8Array(4), channels: 1 }));
    const line = await readFilm(small, reader(), createPictureWriter(join(folder, 'o2'), 's'));
    expect(line).toMatchObject({ status: 'refused', code: 'film-too-small', label: null });
    expect(line.message).toContain('2 x 2');
    expect(line.timingsMs).toMatchObject({ decode: expect.any(Number), segment: null });
    expect(await readdir(join(folder, 'o2'))).toEqual(['s.film.png']);
  });

  test('refused for its lungs: the mask is written too', async () => {
    const engine = async () =>
      thresholdEngine({ segment: async (square) => square.map((_, i) => (i < 99 ? -1 : -2)) });
    const writer = createPictureWriter(join(folder, 'o3'), 'x');
    const line = await readFilm(film, { ...reader(), engine }, writer);
    expect(line).toMatchObject({ status: 'refused', code: 'no-lungs', lungFraction: 0 });
    expect((await readdir(join(folder, 'o3'))).sort()).toEqual(['x.film.png', 'x.mask.png']);
  });

  test('read anyway: its line says for what it had been refused', async () => {
    const small = join(folder, 'small-lungs.png');
    const shrunk = twoLungs(100, 80);
    const grey = Uint8Array.from(shrunk.data);
    await writeFile(small, encode({ ...shrunk, data: grey, channels: 1 }));
    expect(await readFilm(small, reader(), null)).toMatchObject({
      status: 'refused',
      code: 'film-too-small',
      gateOverridden: null,
    });
    const line = await readFilm(small, { ...reader(), overrides: GATE_CODES }, null);
    expect(line).toMatchObject({ status: 'ok', gateOverridden: ['film-too-small'] });
    expect(line.label).not.toBeNull();
  });

  test.each([
    ['text', 'not-an-image'],
    ['', 'empty-file'],
  ])('a file of %j', async (content, code) => {
    const path = join(folder, 'bad.png');
    await writeFile(path, content);
    expect(await readFilm(path, reader(), null)).toMatchObject({ status: 'error', code });
  });

  test('no file, a device, a path through a file', async () => {
    const codeOf = async (path: string) => (await readFilm(path, reader(), null)).code;
    expect(await codeOf(join(folder, 'none.png'))).toBe('not-found');
    expect(await codeOf('/dev/zero')).toBe('not-a-file');
    expect(await codeOf(join(film, 'x'))).toBe('not-found');
  });

  test('networks that do not load, and pictures that cannot be written', async () => {
    const engine = () => Promise.reject(new CodedError('no-backend', 'None works.', 'Reload.'));
    expect(await readFilm(film, { ...reader(), engine }, null)).toMatchObject({
      status: 'error',
      code: 'no-backend',
      message: 'None works.',
      backend: null,
    });
    const line = await readFilm(film, reader(), createPictureWriter(film, 'x'));
    expect(line).toMatchObject({ status: 'error', code: 'cannot-write' });
  });

  test('an abort is no line', async () => {
    const reason = new Error('enough');
    await expect(readFilm(film, reader(AbortSignal.abort(reason)), null)).rejects.toBe(reason);
    const later = new AbortController();
    const engine = async () => {
      later.abort(reason);
      return thresholdEngine();
    };
    await expect(readFilm(film, { ...reader(later.signal), engine }, null)).rejects.toBe(reason);
  });
});
