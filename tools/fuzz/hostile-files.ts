import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync, strToU8, zlibSync } from 'fflate';
import {
  dataSet,
  dicomFile,
  element,
  FILM,
  filmFile,
  item,
  join,
  packedPixels,
} from '../../test/dicom/write-dicom.ts';
import { pngChunk } from '../../test/platform/decode/png-chunk.ts';

/** A file made to break, stall or fill up a reader, and what must come of it. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** "film" or the code of the error. */
  readonly expected: string;
}

const golden = (path: string) =>
  new Uint8Array(
    readFileSync(fileURLToPath(new URL(`../../test/golden/${path}`, import.meta.url))),
  );

const UNDEFINED = 0xffffffff;
const DEFLATED = '1.2.840.10008.1.2.1.99';
const RLE = '1.2.840.10008.1.2.5';

function changed(path: string, at: number, ...values: number[]): Uint8Array {
  const bytes = golden(path);
  bytes.set(values, at);
  return bytes;
}

function png(width: number, height: number, ...blocks: Uint8Array[]): Uint8Array {
  const header = golden('decode/grey8.png').slice(16, 29);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  const signature = golden('decode/grey8.png').subarray(0, 8);
  return join(signature, pngChunk('IHDR', header), ...blocks, pngChunk('IEND', new Uint8Array(0)));
}

/** The size of a JPEG's first frame, said to be another. */
function jpeg(sidePx: number): Uint8Array {
  const bytes = golden('decode/grey.jpg');
  const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
  bytes.set([sidePx >> 8, sidePx & 255, sidePx >> 8, sidePx & 255], frame + 5);
  return bytes;
}

/** A TIFF whose directory names itself as the next, of a size that no film has. */
function tiff(sidePx: number): Uint8Array {
  const entry = (tag: number, value: number) => {
    const bytes = new Uint8Array(12);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, tag, true);
    view.setUint16(2, 4, true);
    view.setUint32(4, 1, true);
    view.setUint32(8, value, true);
    return bytes;
  };
  const tags = [
    [256, sidePx],
    [257, sidePx],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [278, sidePx],
    [279, 100],
  ] as const;
  return join(
    Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0, tags.length, 0),
    ...tags.map(([tag, value]) => entry(tag, value)),
    Uint8Array.of(8, 0, 0, 0),
  );
}

function deflateBomb(): Uint8Array {
  const zeros = new Uint8Array(64_000_000);
  const head = element(['7FE00010', 'OW', new Uint8Array(0)], 0x7ffffffe);
  const body = join(dataSet(FILM.slice(0, -1)), head, zeros, zeros, zeros, zeros, zeros);
  return dicomFile(deflateSync(body, { level: 1 }), DEFLATED);
}

function nested(depth: number): Uint8Array {
  const level = join(
    element(['00081140', 'SQ', new Uint8Array(0)], UNDEFINED),
    item(new Uint8Array(0), UNDEFINED),
  );
  const all = new Uint8Array(level.length * depth);
  for (let at = 0; at < all.length; at += level.length) all.set(level, at);
  return dicomFile(join(all, dataSet(FILM)));
}

/** Offsets of 64 bits and more, of which only the lower half could ever be true. */
function wideOffsets(): Uint8Array {
  const table = element(['7FE00001', 'OV', new Uint8Array(16).fill(0xff)]);
  const short = dataSet(FILM.filter(([tag]) => tag !== '7FE00010'));
  const frames = element(['00280008', 'IS', '99999999999999999999']);
  return dicomFile(join(short, frames, table, packedPixels(Uint8Array.of(1, 2))), RLE);
}

/** Every hand-made hostile file. */
export function hostileFiles(): readonly HostileFile[] {
  const page = '<!doctype html><script>document.title = "owned"</script>';
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const zeros = zlibSync(new Uint8Array(64_000_000));
  const all: [name: string, expected: string, bytes: Uint8Array][] = [
    ['empty.dcm', 'empty-file', new Uint8Array(0)],
    ['one-byte.png', 'not-an-image', Uint8Array.of(0x89)],
    ['zeros.dcm', 'not-an-image', new Uint8Array(100_000)],
    ['page.dcm', 'not-an-image', strToU8(page)],
    ['script.svg', 'not-an-image', strToU8(drawing)],
    ['one-pixel.png', 'film', png(1, 1, pngChunk('IDAT', zlibSync(Uint8Array.of(0, 7))))],
    [
      'png-magic-jpeg-body.png',
      'corrupt-image',
      join(png(1, 1).subarray(0, 8), golden('decode/grey.jpg')),
    ],
    ['jpeg-magic-only.jpg', 'corrupt-image', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['huge.png', 'too-large', png(30_000, 30_000)],
    ['endless.png', 'too-large', png(0xffffffff, 0xffffffff)],
    ['no-size.png', 'corrupt-image', png(0, 10)],
    ['claims.png', 'corrupt-image', png(10_000, 10_000)],
    ['bomb.png', 'corrupt-image', png(8000, 8001, pngChunk('IDAT', zeros))],
    ['huge.jpg', 'too-large', jpeg(30_000)],
    ['claims.jpg', 'corrupt-image', jpeg(10_000)],
    ['huge.webp', 'too-large', changed('decode/lossy.webp', 26, 0xff, 0x3f, 0xff, 0x3f)],
    ['huge.bmp', 'too-large', changed('decode/grey8.bmp', 22, 255, 255, 255, 127)],
    ['huge.tif', 'too-large', tiff(30_000)],
    ['claims.tif', 'corrupt-image', tiff(10_000)],
    ['huge.dcm', 'too-large', filmFile(['00280010', 'US', [30_000]], ['00280011', 'US', [30_000]])],
    [
      'claims.dcm',
      'corrupt-dicom',
      filmFile(['00280010', 'US', [9000]], ['00280011', 'US', [9000]]),
    ],
    ['bomb.dcm', 'too-large', deflateBomb()],
    ['nested.dcm', 'corrupt-dicom', nested(100_000)],
    ['wide-offsets.dcm', 'corrupt-dicom', wideOffsets()],
    [
      'nan-window.dcm',
      'film',
      filmFile(['00281050', 'DS', 'NaN\\1e999'], ['00281051', 'DS', '-1\\NaN']),
    ],
    [
      'nan-slope.dcm',
      'corrupt-dicom',
      filmFile(['00281053', 'DS', 'NaN'], ['00281052', 'DS', '1e999']),
    ],
    ['index.dcm', 'dicom-without-film', dicomFile(dataSet([['00041220', 'SQ', []]]))],
    ['no-pixels.dcm', 'dicom-without-film', dicomFile(dataSet(FILM.slice(0, -1)))],
  ];
  return all.map(([name, expected, bytes]) => ({ name, expected, bytes }));
}
