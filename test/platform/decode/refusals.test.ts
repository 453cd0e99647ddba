import { describe, expect, test } from 'vitest';
import { loadCodecNode } from '../../../src/cli/load-codec-node.ts';
import { createFilmDecoder } from '../../../src/platform/decode/create-film-decoder.ts';
import { CodecError, DecodeError } from '../../../src/platform/decode/decode-error.ts';
import { readGolden } from './golden-pictures.ts';
import { pngChunk } from './png-chunk.ts';

const decode = createFilmDecoder(loadCodecNode);

async function failure(bytes: Uint8Array): Promise<DecodeError> {
  const error = await decode(bytes, 'x').then(
    (film) => `read as ${film.format}`,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DecodeError);
  return error as DecodeError;
}

const text = (content: string, length = content.length) => {
  const bytes = new Uint8Array(length);
  bytes.set(new TextEncoder().encode(content));
  return bytes;
};

function changed(file: string, at: number, ...values: number[]): Uint8Array {
  const bytes = readGolden(file);
  bytes.set(values, at);
  return bytes;
}

/** A header block with a right checksum, and nothing behind it. */
function pngHeaderOnly(width: number, height: number): Uint8Array {
  const file = readGolden('grey8.png');
  const header = file.slice(16, 29);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  return Uint8Array.of(...file.subarray(0, 8), ...pngChunk('IHDR', header));
}

describe('files that hold no film', () => {
  test('an empty file', async () => {
    expect((await failure(new Uint8Array(0))).code).toBe('empty-file');
  });

  test.each([
    ['plain text', text('Patient notes, nothing to see here.')],
    ['text that begins with BM', text('BMI of all cases, 2020 to 2021')],
    ['a WAVE file', text('RIFF    WAVEfmt ', 64)],
    ['one byte', Uint8Array.of(0x89)],
    ['zeros', new Uint8Array(500)],
  ])('%s is not an image', async (_, bytes) => {
    expect((await failure(bytes)).code).toBe('not-an-image');
  });

  test.each([
    ['GIF', readGolden('film.gif')],
    ['CMYK JPEG', readGolden('cmyk.jpg')],
    ['animated WebP', readGolden('animated.webp')],
    ['JPEG 2000', text('\0\0\0\u000cjP  \r\n', 40)],
    ['PDF', text('%PDF-1.7\n')],
    ['AVIF', text('\0\0\0\u001cftypavif', 40)],
  ])('%s is refused by name, with advice', async (name, bytes) => {
    const error = await failure(bytes);
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(name);
    expect(error.advice).toMatch(/PNG/);
  });

  test('kinds of JPEG that are not read are named', async () => {
    const bytes = readGolden('grey.jpg');
    const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
    const name = async (...values: [at: number, value: number]) =>
      (await failure(changed('grey.jpg', ...values))).message;
    expect(await name(frame + 4, 12)).toBe('A 12-bit JPEG file cannot be read.');
    expect(await name(frame + 1, 0xc3)).toBe('A lossless JPEG file cannot be read.');
    expect(await name(frame + 1, 0xc9)).toBe('An arithmetic-coded JPEG file cannot be read.');
  });

  test('compressed BMP is named', async () => {
    const error = await failure(changed('grey8.bmp', 30, 1));
    expect([error.code, error.message]).toEqual([
      'unsupported-format',
      'A compressed BMP file cannot be read.',
    ]);
  });
});

describe('sizes that no film has are refused by the header', () => {
  const jpeg = readGolden('grey.jpg');
  const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
  test.each([
    ['a side of 16,385', pngHeaderOnly(16_385, 10)],
    ['over 100 megapixels', pngHeaderOnly(10_001, 10_000)],
    ['the most a PNG can claim', pngHeaderOnly(0xffffffff, 0xffffffff)],
    ['a JPEG of 65,535 x 65,535', changed('grey.jpg', frame + 5, 255, 255, 255, 255)],
    ['a WebP of 16,383 x 16,383', changed('lossy.webp', 26, 0xff, 0x3f, 0xff, 0x3f)],
    ['a BMP of 2,147,483,647 rows', changed('grey8.bmp', 22, 255, 255, 255, 127)],
  ])('%s', async (_, bytes) => {
    const error = await failure(bytes);
    expect(error.code).toBe('too-large');
    expect(error.message).toContain('16384 pixels a side and 100 megapixels');
  });

  test('a file of a few bytes cannot claim a picture within the limits either', async () => {
    expect((await failure(pngHeaderOnly(10_000, 10_000))).code).toBe('corrupt-image');
    const claims = changed('grey.jpg', frame + 5, 0x27, 0x10, 0x27, 0x10);
    expect((await failure(claims)).message).toContain('ends before the picture is complete');
  });

  test('no pixels at all', async () => {
    expect((await failure(pngHeaderOnly(0, 10))).code).toBe('corrupt-image');
  });
});

describe('damage', () => {
  test('a checksum that does not match', async () => {
    const bytes = readGolden('grey8.png');
    const error = await failure(changed('grey8.png', 45, (bytes[45] as number) ^ 1));
    expect(error.message).toMatch(/checksum of its IDAT block/);
  });

  test('a JPEG whose middle is gone is no half-grey picture', async () => {
    const bytes = readGolden('colour444.jpg');
    const middle = Math.floor(bytes.length / 2);
    const cut = Uint8Array.of(...bytes.subarray(0, middle), 0xff, 0xd9);
    expect((await failure(cut)).code).toBe('corrupt-image');
  });

  test('bytes behind the end of a picture do not matter', async () => {
    for (const file of ['grey.jpg', 'grey8.png', 'lossy.webp', 'grey8.bmp']) {
      const film = await decode(Uint8Array.of(...readGolden(file), 1, 2, 3), file);
      expect(film.width).toBeGreaterThan(0);
    }
  });

  test('a view into a larger buffer reads its own part only', async () => {
    for (const file of ['grey.jpg', 'rgb16.png', 'lossy.webp', 'rgb565.bmp']) {
      const bytes = readGolden(file);
      const larger = new Uint8Array(bytes.length + 99).fill(7);
      larger.set(bytes, 50);
      const film = await decode(larger.subarray(50, 50 + bytes.length), file);
      expect(film.data).toEqual((await decode(bytes, file)).data);
    }
  });
});

test('a codec that cannot be loaded is not the film’s fault, and is tried again', async () => {
  let tries = 0;
  const flaky = createFilmDecoder(async (codec) => {
    if (++tries === 1) throw new Error('offline');
    return loadCodecNode(codec);
  });
  await expect(flaky(readGolden('grey.jpg'), 'x')).rejects.toBeInstanceOf(CodecError);
  expect((await flaky(readGolden('grey.jpg'), 'x')).width).toBe(83);
});
