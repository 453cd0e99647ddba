import { corruptDicom } from './dicom-error.ts';
import { findElement } from './element-values.ts';
import type { ParserDataSet, ParserElement } from './parser.ts';
import type { PixelDescription } from './pixel-description.ts';
import { TAG } from './tags.ts';

const ENDS_EARLY = 'ends-early';

/** Bytes of one frame that is not packed (PS3.5 8.1.1; for YBR_FULL_422 PS3.3 C.7.6.3.1.2). */
export function nativeFrameLength(pixels: PixelDescription): number {
  const samples = pixels.photometric === 'YBR_FULL_422' ? 2 : pixels.samplesPerPixel;
  return pixels.rows * pixels.columns * samples * (pixels.bitsAllocated / 8);
}

function nativeFrame(dataSet: ParserDataSet, element: ParserElement, length: number): Uint8Array {
  if (element.hadUndefinedLength) throw corruptDicom('pixels-without-length');
  if (element.length < length) throw corruptDicom('fewer-pixels');
  // With the byte that pads an odd length: it is the last one's partner where bytes stand swapped.
  const padded = Math.min(length + (length & 1), element.length);
  return dataSet.byteArray.subarray(element.dataOffset, element.dataOffset + padded);
}

interface Fragment {
  /** From the first byte after the basic offset table, as offset tables count. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const ITEM = 0xe000;
const SEQUENCE_END = 0xe0dd;

/** The items behind encapsulated pixel data (PS3.5 A.4), the first of which is the offset table. */
function readFragments(bytes: Uint8Array, start: number): { table: Uint8Array; all: Fragment[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all: Fragment[] = [];
  let table: Uint8Array | null = null;
  let base = start;
  for (let at = start; at + 8 <= bytes.length; ) {
    const element = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 0xfffe || (element !== ITEM && element !== SEQUENCE_END)) {
      throw corruptDicom('packed-senseless');
    }
    if (element === SEQUENCE_END) break;
    const end = at + 8 + view.getUint32(at + 4, true);
    if (end > bytes.length) throw corruptDicom(ENDS_EARLY);
    const content = bytes.subarray(at + 8, end);
    if (table) all.push({ offset: at - base, bytes: content });
    else {
      table = content;
      base = end;
    }
    at = end;
  }
  if (!table || all.length === 0) throw corruptDicom(ENDS_EARLY);
  return { table, all };
}

/** Where the second frame begins, by the basic or the extended offset table; null where neither says. */
function secondOffset(dataSet: ParserDataSet, table: Uint8Array): number | null {
  if (table.length >= 8) return new DataView(table.buffer, table.byteOffset).getUint32(4, true);
  const extended = findElement(dataSet, TAG.extendedOffsetTable);
  if (!extended || extended.length < 16) return null;
  const { byteArray } = dataSet;
  // 64-bit offsets (PS3.3 C.7.6.3.1.8), of which no file needs the upper half.
  return new DataView(byteArray.buffer, byteArray.byteOffset).getUint32(
    extended.dataOffset + 8,
    true,
  );
}

/** Whether the fragment ends with the JPEG family's end-of-image marker, padded to an even length or not. */
function endsImage({ bytes }: Fragment): boolean {
  return [2, 3].some(
    (back) => bytes[bytes.length - back] === 0xff && bytes[bytes.length - back + 1] === 0xd9,
  );
}

function firstOf(all: readonly Fragment[], frames: number, second: number | null): Fragment[] {
  if (frames <= 1) return [...all];
  if (second !== null) return all.filter(({ offset }) => offset < second);
  if (all.length <= frames) return all.slice(0, 1);
  return all.slice(0, all.findIndex(endsImage) + 1 || all.length);
}

function join(fragments: readonly Fragment[]): Uint8Array {
  const [first] = fragments;
  if (first && fragments.length === 1) return first.bytes;
  const joined = new Uint8Array(fragments.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let filled = 0;
  for (const { bytes } of fragments) {
    joined.set(bytes, filled);
    filled += bytes.length;
  }
  return joined;
}

/** The bytes of the first frame, as they are stored. Throws DicomError 'corrupt-dicom'. */
export function firstFrame(
  dataSet: ParserDataSet,
  element: ParserElement,
  pixels: PixelDescription,
  native: boolean,
): Uint8Array {
  if (native) return nativeFrame(dataSet, element, nativeFrameLength(pixels));
  if (!element.hadUndefinedLength) throw corruptDicom('not-packed');
  const { table, all } = readFragments(dataSet.byteArray, element.dataOffset);
  return join(firstOf(all, pixels.frames, secondOffset(dataSet, table)));
}
