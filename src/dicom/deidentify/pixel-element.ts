import { corruptDicom } from '../dicom-error.ts';
import type { ParserDataSet, ParserElement } from '../parser.ts';

const ITEM_HEADER = 8;
const SEQUENCE_END = 0xe0dd;

/** Where encapsulated pixels end: behind the delimiter of their fragments (PS3.5 A.4). */
function endOfFragments(bytes: Uint8Array, start: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  while (at + ITEM_HEADER <= bytes.length) {
    const element = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    at += ITEM_HEADER;
    if (element === SEQUENCE_END) return at;
    at += length;
  }
  throw corruptDicom('ends-early');
}

/**
 * The pixel data element, header and value. What follows it in the file (padding, digital
 * signatures with their signers' names) is no part of it. Throws DicomError.
 */
export function pixelElementBytes(
  { byteArray }: ParserDataSet,
  { dataOffset, length, vr, hadUndefinedLength }: ParserElement,
): Uint8Array {
  const start = dataOffset - (vr === undefined ? 8 : 12);
  const end = hadUndefinedLength ? endOfFragments(byteArray, dataOffset) : dataOffset + length;
  if (end > byteArray.length) throw corruptDicom('ends-early');
  return byteArray.subarray(start, end);
}
