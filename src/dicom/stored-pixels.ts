import type { PixelDescription } from './pixel-description.ts';

export type Samples = Uint8Array | Int8Array | Uint16Array | Int16Array;

/** The first frame as its samples were stored, before any of its greys are looked up. */
export interface StoredPixels {
  /** rows x columns x samples per pixel, row by row from the top left. */
  readonly data: Samples;
  /** The colours that the samples are in now, where unpacking has changed them. */
  readonly photometric: PixelDescription['photometric'];
}

/** The samples' bytes as numbers of the right kind: a copy in this machine's byte order. */
export function toSamples(
  bytes: Uint8Array,
  { bitsAllocated, signed }: Pick<PixelDescription, 'bitsAllocated' | 'signed'>,
): Samples {
  // Not slice, which copies nothing where Node's Buffer comes in as a Uint8Array.
  const copy = Uint8Array.from(bytes);
  if (bitsAllocated === 8) return signed ? new Int8Array(copy.buffer) : copy;
  return signed ? new Int16Array(copy.buffer) : new Uint16Array(copy.buffer);
}

/**
 * Keeps `bits` bits of each sample from `lowBit` up and extends their sign, in place: bits outside
 * may hold anything, overlays for instance (PS3.5 8.1.1).
 */
export function keepBits(data: Samples, bits: number, lowBit = 0): Samples {
  const unused = 8 * data.BYTES_PER_ELEMENT - bits - lowBit;
  if (unused === 0 && lowBit === 0) return data;
  const width = 32 - bits;
  const signed = data instanceof Int8Array || data instanceof Int16Array;
  for (let i = 0; i < data.length; i++) {
    const aligned = (data[i] as number) << (width - lowBit);
    data[i] = signed ? aligned >> width : aligned >>> width;
  }
  return data;
}
