import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCodecNode } from '../../../../src/cli/load-codec-node.ts';
import { CodedError } from '../../../../src/imaging/coded-error.ts';
import { createFilmDecoder } from '../../../../src/platform/decode/create-film-decoder.ts';
import { CodecError } from '../../../../src/platform/decode/decode-error.ts';
import { readGoldenDicom } from './golden-dicom.ts';

const decode = createFilmDecoder(loadCodecNode);
/** Of processor time, since tests may run on a busy machine. */
const LIMIT_MS = 3000;

const FILES = [
  'pydicom-implicit-u12.dcm',
  'pydicom-explicit-s16.dcm',
  'pydicom-big-endian-u16.dcm',
  'pydicom-deflated-u8.dcm',
  'dcmtk-rle-u12.dcm',
  'dcmtk-jpeg-baseline-u8.dcm',
  'dcmtk-jpeg-extended-u12.dcm',
  'dcmtk-jpeg-lossless-p4-u12.dcm',
  'dcmtk-jpeg-lossless-sv1-rgb8.dcm',
  'dcmtk-jpeg-ls-u12.dcm',
  'openjpeg-jpeg-2000-u12.dcm',
  'openjph-htj2k-u12.dcm',
  'voi-second-table.dcm',
  'colour-palette-16.dcm',
].map((name) => ({ name, bytes: readGoldenDicom(name) }));

/** A film that holds together, as its greys, or a coded error; anything else fails the test. */
async function outcome(bytes: Uint8Array): Promise<Float32Array | string> {
  const began = process.cpuUsage();
  try {
    const film = await decode(bytes, 'x');
    expect(film.data.length).toBe(film.width * film.height);
    expect(film.data.every((value) => value >= 0 && value <= film.maxValue)).toBe(true);
    return film.data;
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError);
    expect(error).not.toBeInstanceOf(CodecError);
    return (error as CodedError).code;
  } finally {
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
  }
}

test.each(FILES)('$name cut anywhere is an error or still the whole film', async ({ bytes }) => {
  const whole = await outcome(bytes);
  expect(whole).toBeInstanceOf(Float32Array);
  for (let length = 0; length < bytes.length; length++) {
    // Every length near both ends, and some between.
    if (length > 40 && length < bytes.length - 24 && length % 41 !== 0) continue;
    const result = await outcome(bytes.subarray(0, length));
    // What was cut may have been padding or the mark of the end.
    if (typeof result !== 'string') expect(result).toEqual(whole);
  }
});

test.each(FILES.filter(({ name }) => /rle|extended|lossless-p4/.test(name)))(
  '$name cannot claim a picture of 100 megapixels in its few bytes',
  async ({ bytes }) => {
    const greedy = bytes.slice();
    const view = new DataView(greedy.buffer);
    for (let at = 132; at + 10 < greedy.length; at++) {
      // Rows and Columns of the header, then height and width of a JPEG frame.
      const tag = view.getUint32(at, true);
      if (tag === 0x00100028 || tag === 0x00110028) view.setUint16(at + 8, 10_000, true);
      if (view.getUint16(at) === 0xffc1 || view.getUint16(at) === 0xffc3) {
        view.setUint16(at + 5, 10_000);
        view.setUint16(at + 7, 10_000);
      }
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(await outcome(greedy)).toBe('corrupt-dicom');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  },
);

test('flipped bits end in a film or a coded error, soon', async () => {
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
    { numRuns: 300 },
  );
});

test('random bytes behind a true beginning', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FILES),
      fc.nat({ max: 1500 }),
      fc.uint8Array({ maxLength: 800 }),
      async ({ bytes }, kept, rest) => {
        await outcome(Uint8Array.of(...bytes.subarray(0, kept), ...rest));
      },
    ),
    { numRuns: 200 },
  );
});

test('flipped bits in the packed pixels alone, where codecs have to cope', async () => {
  const packed = FILES.filter(({ name }) => /jpeg|htj2k|rle/.test(name));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...packed),
      fc.array(fc.tuple(fc.nat({ max: 65_535 }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 6,
      }),
      async ({ bytes }, changes) => {
        const damaged = bytes.slice();
        const start = findPixels(bytes);
        for (const [where, value] of changes) {
          damaged[start + (where % (bytes.length - start))] = value;
        }
        await outcome(damaged);
      },
    ),
    { numRuns: 300 },
  );
});

/** Where the value of the pixel data element begins. */
function findPixels(bytes: Uint8Array): number {
  for (let at = 132; at + 4 < bytes.length; at++) {
    if (bytes[at] === 0xe0 && bytes[at + 1] === 0x7f && bytes[at + 2] === 0x10) return at + 12;
  }
  throw new Error('no pixels');
}
