import { readFileSync } from 'node:fs';
import type { Mask } from '../../src/imaging/film.ts';

/** A golden file that training/manet/golden/imaging.py wrote. */
export function readGolden<T>(name: string): T {
  return JSON.parse(
    readFileSync(new URL(`../golden/imaging/${name}`, import.meta.url), 'utf8'),
  ) as T;
}

export function unpackBytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

export interface PackedMask {
  readonly width: number;
  readonly height: number;
  readonly bits: string;
}

/** Eight pixels to a byte, the first in the highest bit, as numpy.packbits. */
export function unpackMask({ width, height, bits }: PackedMask): Mask {
  const bytes = unpackBytes(bits);
  const data = Uint8Array.from(
    { length: width * height },
    (_, i) => ((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1,
  );
  return { width, height, data };
}
