import { Inflate } from 'fflate';
import { inEnglish } from '../errors/english.ts';
import { isPlausiblePacking } from '../imaging/film-limits.ts';
import { corruptDicom, DicomError } from './dicom-error.ts';

/** A film of 100 megapixels in 16 bits, and a header. */
const MAX_BYTES = 256_000_000;
/** Deflate cannot do better than 1,032 to 1 (zlib technical details), so one slice yields 17 MB at most. */
const SLICE = 16_384;

/**
 * Inflates a deflated data set (PS3.5 A.5): raw deflate, no zlib header. A bomb costs no more than
 * the largest film. Throws DicomError 'corrupt-dicom' or 'too-large'.
 */
export function inflateDataSet(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  let bomb = false;
  const inflator = new Inflate((chunk, final) => {
    ended ||= final;
    total += chunk.length;
    if (total <= MAX_BYTES) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && !ended && !bomb; at += SLICE) {
      inflator.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
      bomb = total > MAX_BYTES || !isPlausiblePacking(at + SLICE, total);
    }
  } catch (error) {
    throw corruptDicom('not-unpacked', { cause: error });
  }
  if (bomb) {
    const why = { code: 'dicom-unpacks', params: { megabytes: MAX_BYTES / 1e6 } } as const;
    throw new DicomError(...inEnglish({ code: 'too-large', why }));
  }
  if (!ended) throw corruptDicom('ends-early');
  const out = new Uint8Array(total);
  let filled = 0;
  for (const chunk of chunks) {
    out.set(chunk, filled);
    filled += chunk.length;
  }
  return out;
}
