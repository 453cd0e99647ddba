import { corruptDicom } from './dicom-error.ts';
import type { PixelDescription } from './pixel-description.ts';
import { requireBytes } from './require-bytes.ts';
import { keepBits, type StoredPixels, toSamples } from './stored-pixels.ts';

/** Number of segments and 15 offsets, 4 bytes each (PS3.5 G.5). */
const HEADER = 64;

/** Unpacks one segment (PackBits, PS3.5 G.3.2) to every `step`-th byte of `out` from `first`. */
function unpack(segment: Uint8Array, out: Uint8Array, first: number, step: number): void {
  let at = 0;
  let to = first;
  while (to < out.length) {
    const control = segment[at++];
    if (control === undefined) throw corruptDicom('ends-early');
    if (control === 128) continue;
    const repeated = control > 128;
    const count = repeated ? 257 - control : control + 1;
    if (at + (repeated ? 1 : count) > segment.length) {
      throw corruptDicom('ends-early');
    }
    for (let i = 0; i < count && to < out.length; i++, to += step) {
      out[to] = segment[repeated ? at : at + i] as number;
    }
    at += repeated ? 1 : count;
  }
}

/**
 * An RLE frame -> its samples (PS3.5 annex G). Each segment holds one byte of each pixel's sample:
 * all first samples' high bytes, their low bytes, then the second samples'.
 */
export function rlePixels(frame: Uint8Array, pixels: PixelDescription): StoredPixels {
  const size = pixels.rows * pixels.columns * pixels.samplesPerPixel * (pixels.bitsAllocated / 8);
  // Two bytes stand for 128 at best.
  requireBytes(frame, HEADER + size / 64);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const bytesPerSample = pixels.bitsAllocated / 8;
  const segments = bytesPerSample * pixels.samplesPerPixel;
  if (view.getUint32(0, true) !== segments) {
    throw corruptDicom('packed-other-depth');
  }
  const bytes = new Uint8Array(size);
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < segments ? view.getUint32(8 + 4 * segment, true) : frame.length;
    if (start < HEADER || end > frame.length || start > end) {
      throw corruptDicom('packed-senseless');
    }
    const sample = Math.floor(segment / bytesPerSample);
    const low = bytesPerSample - 1 - (segment % bytesPerSample);
    unpack(frame.subarray(start, end), bytes, sample * bytesPerSample + low, segments);
  }
  const data = keepBits(toSamples(bytes, pixels), pixels.bitsStored, pixels.lowBit);
  return { data, photometric: pixels.photometric };
}
