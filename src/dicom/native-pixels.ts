import { nativeFrameLength } from './first-frame.ts';
import type { PixelDescription } from './pixel-description.ts';
import { keepBits, type Samples, type StoredPixels, toSamples } from './stored-pixels.ts';

/** Every pair of bytes in the other order, in place. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const first = bytes[i] as number;
    bytes[i] = bytes[i + 1] as number;
    bytes[i + 1] = first;
  }
  return bytes;
}

/** Colour planes -> pixel by pixel (Planar Configuration, PS3.3 C.7.6.3.1.3). */
export function interleave<T extends Samples>(planes: T, samplesPerPixel: number): T {
  const pixels = planes.length / samplesPerPixel;
  const out = planes.slice() as T;
  for (let plane = 0; plane < samplesPerPixel; plane++) {
    const start = plane * pixels;
    for (let i = 0; i < pixels; i++) out[i * samplesPerPixel + plane] = planes[start + i] as number;
  }
  return out;
}

/** Y1 Y2 Cb Cr for every two pixels -> Y Cb Cr for each (PS3.3 C.7.6.3.1.2, YBR_FULL_422). */
function spreadColour(pairs: Samples, { rows, columns }: PixelDescription): Samples {
  const out = new (pairs.constructor as Uint8ArrayConstructor)(rows * columns * 3);
  for (let from = 0, to = 0; from + 3 < pairs.length && to + 2 < out.length; from += 4) {
    for (const luminance of [pairs[from], pairs[from + 1]]) {
      out[to++] = luminance as number;
      out[to++] = pairs[from + 2] as number;
      out[to++] = pairs[from + 3] as number;
    }
  }
  return out;
}

/**
 * A frame that is not packed -> its samples. `swapped` where two bytes stand in the other order:
 * 16-bit samples of big-endian files, and 8-bit samples in words of them (PS3.5 A.3, VR OW).
 */
export function nativePixels(
  frame: Uint8Array,
  pixels: PixelDescription,
  swapped: boolean,
): StoredPixels {
  const ordered = swapped ? swapPairs(Uint8Array.from(frame)) : frame;
  const samples = toSamples(ordered.subarray(0, nativeFrameLength(pixels)), pixels);
  const kept = keepBits(samples, pixels.bitsStored, pixels.lowBit);
  if (pixels.photometric === 'YBR_FULL_422') {
    return { data: spreadColour(kept, pixels), photometric: 'YBR_FULL' };
  }
  const data = pixels.planar ? interleave(kept, pixels.samplesPerPixel) : kept;
  return { data, photometric: pixels.photometric };
}
