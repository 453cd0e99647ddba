import { Unzlib } from 'fflate';
import { corrupt, endsEarly } from './decode-error.ts';

/** Deflate cannot do better than 1,032 to 1 (zlib technical details), so one slice yields 17 MB at most. */
const SLICE = 16_384;
const MAX_RATIO = 1032;

/**
 * Inflates a zlib stream given in parts to exactly `length` bytes; surplus is ignored and never
 * unpacked, so that a bomb costs nothing. Throws DecodeError 'corrupt-image'.
 */
export function inflateExactly(
  parts: readonly Uint8Array[],
  length: number,
  format = 'PNG',
): Uint8Array {
  const packedLength = parts.reduce((sum, part) => sum + part.length, 0);
  if (packedLength * MAX_RATIO < length) throw endsEarly(format);

  const out = new Uint8Array(length);
  let filled = 0;
  const inflator = new Unzlib((chunk) => {
    const taken = chunk.subarray(0, length - filled);
    out.set(taken, filled);
    filled += taken.length;
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length && filled < length; at += SLICE) {
        inflator.push(part.subarray(at, at + SLICE));
      }
    }
  } catch (error) {
    throw corrupt(format, 'pixels-not-unpacked', { cause: error });
  }
  if (filled < length) throw endsEarly(format);
  return out;
}
