import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCodecNode } from '../../../src/cli/load-codec-node.ts';
import { createFilmDecoder } from '../../../src/platform/decode/create-film-decoder.ts';
import { DecodeError } from '../../../src/platform/decode/decode-error.ts';

/** Written by training/manet/golden/tiff.py. */
const FOLDER = fileURLToPath(new URL('../../golden/tiff/', import.meta.url));

interface Golden {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly maxValue: number;
  readonly tolerance: number;
}

const read = (file: string) => new Uint8Array(readFileSync(FOLDER + file));
const GOLDEN = JSON.parse(new TextDecoder().decode(read('index.json'))) as Golden[];
const decode = createFilmDecoder(loadCodecNode);

test.each(GOLDEN)('$file has the greys that Python wrote, and stands upright', async (golden) => {
  const film = await decode(read(golden.file), 'a film');
  const { width, height, maxValue } = golden;
  expect(film).toMatchObject({ width, height, maxValue });
  const expected = new Uint16Array(read(`${golden.file}.grey`).buffer);
  const differences = Array.from(expected, (grey, i) => Math.abs(grey - (film.data[i] ?? NaN)));
  expect(differences).toHaveLength(film.data.length);
  expect(Math.max(...differences)).toBeLessThanOrEqual(golden.tolerance);
});

async function outcome(bytes: Uint8Array): Promise<string> {
  const { user, system } = process.cpuUsage();
  try {
    const film = await decode(bytes, 'x');
    expect(film.data.every((value) => value >= 0 && value <= film.maxValue)).toBe(true);
    return 'film';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  } finally {
    const used = process.cpuUsage({ user, system });
    expect((used.user + used.system) / 1000).toBeLessThan(2000);
  }
}

const FILES = ['grey16-lzw.tif', 'rgb8-deflate-differences-tiles.tif', 'palette.tif'].map(read);

test('flipped bits and cut ends of TIFF files end in a film or a DecodeError, soon', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { maxLength: 4 }),
      fc.nat({ max: 3000 }),
      async (bytes, flips, cut) => {
        const damaged = bytes.slice(0, Math.max(4, bytes.length - cut));
        for (const [position, bit] of flips) {
          const at = position % damaged.length;
          damaged[at] = (damaged[at] as number) ^ (1 << bit);
        }
        await outcome(damaged);
      },
    ),
    { numRuns: 500 },
  );
});

/** A little-endian TIFF with one directory of LONG values and nothing behind it. */
function header(tags: Record<number, number>): Uint8Array {
  const entries = Object.entries(tags);
  const bytes = new Uint8Array(14 + 12 * entries.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, entries.length, true);
  for (const [i, [tag, value]] of entries.entries()) {
    view.setUint16(10 + 12 * i, Number(tag), true);
    view.setUint16(12 + 12 * i, 4, true);
    view.setUint32(14 + 12 * i, 1, true);
    view.setUint32(18 + 12 * i, value, true);
  }
  return bytes;
}

test('a TIFF header cannot claim a picture that its file does not hold', async () => {
  const strip = { 258: 8, 273: 8, 279: 20 };
  expect(await outcome(header({ 256: 30_000, 257: 30_000, ...strip }))).toBe('too-large');
  expect(await outcome(header({ 256: 10_000, 257: 10_000, ...strip }))).toBe('corrupt-image');
  expect(await outcome(header({ 256: 9000, 257: 9000, 259: 5, ...strip }))).toBe('corrupt-image');
});

test.each([
  ['JPEG in TIFF', { 259: 7 }, 'compression 7'],
  ['floating-point numbers', { 258: 16, 339: 3 }, 'fractional'],
  ['CMYK', { 258: 8, 262: 5 }, 'other than RGB'],
  ['reversed bits', { 266: 2 }, 'bits reversed'],
])('TIFF with %s is refused by name', async (_, tags, words) => {
  const error = await decode(header({ 256: 8, 257: 8, 273: 8, 279: 8, ...tags }), 'x').catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'unsupported-format' });
  expect((error as Error).message).toContain(words);
});
