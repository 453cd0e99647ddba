import { corruptDicom, unsupportedDicom } from '../dicom-error.ts';
import type { JpegFrame } from '../jpeg-frame.ts';
import { requireBytes } from '../require-bytes.ts';
import { type BitReader, createBitReader } from './bit-reader.ts';
import type { Huffman } from './huffman.ts';
import { inverseDct } from './inverse-dct.ts';
import { readTables } from './read-tables.ts';

/** Place of the i-th coefficient, row by row (ITU-T T.81 figure A.6). */
const ZIGZAG = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48],
  ...[41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23],
  ...[30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/** A difference of `size` bits, whose lower half is negative (T.81 F.2.2.1, EXTEND). */
function readSigned(bits: BitReader, size: number): number {
  if (size === 0) return 0;
  const value = bits.read(size);
  return value < 2 ** (size - 1) ? value - 2 ** size + 1 : value;
}

interface Coding {
  readonly dc: Huffman;
  readonly ac: Huffman;
  readonly quantisation: Uint16Array;
}

/** One block's coefficients, dequantised, into `block`; returns its DC (T.81 F.2.2.1, F.2.2.2). */
function readBlock(bits: BitReader, coding: Coding, previousDc: number, block: Float64Array) {
  block.fill(0);
  const dc = previousDc + readSigned(bits, coding.dc(bits) & 15);
  block[0] = dc * (coding.quantisation[0] as number);
  for (let k = 1; k < 64; k++) {
    const symbol = coding.ac(bits);
    const size = symbol & 15;
    const run = symbol >> 4;
    if (size === 0 && run < 15) break;
    k += run;
    if (size === 0) continue;
    if (k > 63) throw corruptDicom('packed-senseless');
    block[ZIGZAG[k] as number] = readSigned(bits, size) * (coding.quantisation[k] as number);
  }
  return dc;
}

/**
 * Grey JPEG of 12 bits, sequential with Huffman codes (T.81, process 4), which no codec at hand
 * reads -> its samples. Throws DicomError.
 */
export function decodeExtended(bytes: Uint8Array, frame: JpegFrame): Uint16Array {
  if (frame.kind !== 0xc1 || frame.componentIds.length !== 1) {
    throw unsupportedDicom('extended-jpeg-kind');
  }
  const { tables, scan, end } = readTables(bytes);
  const selectors = scan[2] ?? 0;
  const dc = tables.huffman.get(selectors >> 4);
  const ac = tables.huffman.get(16 + (selectors & 15));
  const quantisation = tables.quantisation.get(bytes[frame.at + 8] as number);
  if (!dc || !ac || !quantisation) throw corruptDicom('packed-without-tables');

  const { width, height, precision } = frame;
  // A block of 8 x 8 takes two codes of a bit at the very least (Huffman codes are never empty).
  requireBytes(bytes, (width * height) / 64 / 4);
  const middle = 2 ** (precision - 1);
  const top = 2 ** precision - 1;
  const out = new Uint16Array(width * height);
  const bits = createBitReader(bytes, end);
  const block = new Float64Array(64);
  const across = Math.ceil(width / 8);
  const blocks = across * Math.ceil(height / 8);
  for (let index = 0, last = 0; index < blocks; index++) {
    if (tables.restartInterval > 0 && index > 0 && index % tables.restartInterval === 0) {
      bits.restart();
      last = 0;
    }
    last = readBlock(bits, { dc, ac, quantisation }, last, block);
    inverseDct(block);
    const left = (index % across) * 8;
    const upper = Math.floor(index / across) * 8;
    for (let y = 0; y < 8 && upper + y < height; y++) {
      for (let x = 0; x < 8 && left + x < width; x++) {
        const sample = Math.round((block[8 * y + x] as number) + middle);
        out[(upper + y) * width + left + x] = Math.min(top, Math.max(0, sample));
      }
    }
  }
  return out;
}
