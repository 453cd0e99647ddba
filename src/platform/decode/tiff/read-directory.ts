import { corrupt, endsEarly } from '../decode-error.ts';

/** The first image file directory: numbers by tag (TIFF 6.0, section 2). */
export interface TiffDirectory {
  readonly littleEndian: boolean;
  readonly values: ReadonlyMap<number, readonly number[]>;
}

/** Bytes of the types that hold whole numbers: BYTE, SHORT, LONG. */
const BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };

/** Most values are strips' places; a film has a few thousand rows. */
const MAX_VALUES = 200_000;

/**
 * Reads a TIFF file's first directory, or that of an EXIF block, which is one. Values of other types
 * are left out. Throws DecodeError 'corrupt-image'.
 */
export function readDirectory(bytes: Uint8Array): TiffDirectory {
  if (bytes.length < 8) throw endsEarly('TIFF');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = bytes[0] === 0x49;
  const start = view.getUint32(4, littleEndian);
  if (start + 2 > bytes.length) throw endsEarly('TIFF');
  const count = view.getUint16(start, littleEndian);
  if (start + 2 + 12 * count > bytes.length) throw endsEarly('TIFF');

  const values = new Map<number, number[]>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const at = start + 2 + 12 * i;
    const size = BYTES[view.getUint16(at + 2, littleEndian)];
    if (size === undefined) continue;
    const length = view.getUint32(at + 4, littleEndian);
    total += length;
    if (total > MAX_VALUES) throw corrupt('TIFF', 'tiff-directory-too-long');
    const from = length * size <= 4 ? at + 8 : view.getUint32(at + 8, littleEndian);
    if (from + length * size > bytes.length) throw endsEarly('TIFF');
    values.set(
      view.getUint16(at, littleEndian),
      Array.from({ length }, (_, k) => {
        const place = from + size * k;
        if (size === 1) return view.getUint8(place);
        return size === 2
          ? view.getUint16(place, littleEndian)
          : view.getUint32(place, littleEndian);
      }),
    );
  }
  return { littleEndian, values };
}
