import { readDirectory } from '../tiff/read-directory.ts';

const ORIENTATION = 274;
/** JPEG writes this before the block, WebP sometimes. */
const PREFIX = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** The Orientation of an EXIF block; 1, as stored, where there is none or the block makes no sense. */
export function readOrientation(exif: Uint8Array | null): number {
  if (!exif) return 1;
  const block = PREFIX.every((byte, i) => exif[i] === byte) ? exif.subarray(PREFIX.length) : exif;
  try {
    return readDirectory(block).values.get(ORIENTATION)?.[0] ?? 1;
  } catch {
    // Notes of a camera are no reason to refuse its film.
    return 1;
  }
}
