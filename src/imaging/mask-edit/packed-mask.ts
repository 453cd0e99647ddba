import type { Mask } from '../film.ts';

/** A mask at a bit a pixel, the first in the highest bit: 32 KB for 512 x 512. */
export interface PackedMask {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

export function packMask({ width, height, data }: Mask): PackedMask {
  const bits = new Uint8Array(Math.ceil(data.length / 8));
  for (let i = 0; i < data.length; i++) {
    if (data[i]) bits[i >> 3] = (bits[i >> 3] as number) | (128 >> (i & 7));
  }
  return { width, height, bits };
}

export function unpackMask({ width, height, bits }: PackedMask): Mask {
  const data = Uint8Array.from(
    { length: width * height },
    (_, i) => ((bits[i >> 3] as number) >> (7 - (i & 7))) & 1,
  );
  return { width, height, data };
}
