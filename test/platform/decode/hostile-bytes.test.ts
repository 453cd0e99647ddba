import fc from 'fast-check';
import { encode } from 'fast-png';
import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadCodecNode } from '../../../src/cli/load-codec-node.ts';
import { createFilmDecoder } from '../../../src/platform/decode/create-film-decoder.ts';
import { DecodeError } from '../../../src/platform/decode/decode-error.ts';
import { readGolden } from './golden-pictures.ts';
import { pngChunk } from './png-chunk.ts';

const decode = createFilmDecoder(loadCodecNode);
/** Of processor time, since tests may run on a busy machine. */
const LIMIT_MS = 2000;

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const FILES = [
  'grey.jpg',
  'colour420-progressive.jpg',
  'restarts.jpg',
  'grey16.png',
  'palette4-adam7.png',
  'pillow-rgb.png',
  'lossy.webp',
  'lossless-alpha.webp',
  'rgb565.bmp',
  'palette8.bmp',
].map((name) => ({ name, bytes: readGolden(name) }));

/** Decodes to a film that holds together, or to a DecodeError; anything else fails the test. */
async function outcome(bytes: Uint8Array): Promise<'film' | DecodeError['code']> {
  const began = processorMs();
  try {
    const film = await decode(bytes, 'x');
    expect(film.data.length).toBe(film.width * film.height);
    expect(film.data.every((value) => value >= 0 && value <= film.maxValue)).toBe(true);
    return 'film';
  } catch (error) {
    if (error instanceof DecodeError) return error.code;
    throw error;
  } finally {
    expect(processorMs() - began).toBeLessThan(LIMIT_MS);
  }
}

test.each(FILES)('$name cut anywhere is an error', async ({ name, bytes }) => {
  // Every length near both ends, where headers and end marks are, and every seventh between.
  for (let length = 0; length < bytes.length; length++) {
    if (length > 120 && length < bytes.length - 40 && length % 7 !== 0) continue;
    const result = await outcome(bytes.subarray(0, length));
    expect({ name, length, result }).not.toMatchObject({ result: 'film' });
  }
});

test('random bytes behind a true beginning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.nat({ max: 200 }),
      fc.uint8Array({ maxLength: 600 }),
      async ({ bytes }, kept, rest) => {
        await outcome(Uint8Array.of(...bytes.subarray(0, kept), ...rest));
      },
    ),
    { numRuns: 400 },
  );
});

test('flipped bits', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 7 })), { minLength: 1, maxLength: 4 }),
      async ({ bytes }, flips) => {
        const damaged = bytes.slice();
        for (const [position, bit] of flips) {
          const at = position % damaged.length;
          damaged[at] = (damaged[at] as number) ^ (1 << bit);
        }
        await outcome(damaged);
      },
    ),
    { numRuns: 600 },
  );
});

test('a deflate bomb is not unpacked', async () => {
  // 64 MB of zeros behind a header that claims one pixel. Most of them are damaged, which whoever
  // unpacks them would notice.
  const bomb = zlibSync(new Uint8Array(64_000_000)).fill(0xff, 40_000);
  const honest = encode({ width: 1, height: 1, data: new Uint8Array(1), depth: 8, channels: 1 });
  const head = honest.subarray(0, 33);
  const file = Uint8Array.of(...head, ...pngChunk('IDAT', bomb), ...honest.subarray(-12));
  expect([...(await decode(file, 'bomb')).data]).toEqual([0]);
  // The same behind a header that claims all of it is an error.
  const claims = pngChunk('IHDR', Uint8Array.of(0, 0, 31, 64, 0, 0, 31, 64, 8, 0, 0, 0, 0));
  const greedy = Uint8Array.of(...head.subarray(0, 8), ...claims, ...file.subarray(33));
  expect(await outcome(greedy)).toBe('corrupt-image');
});
