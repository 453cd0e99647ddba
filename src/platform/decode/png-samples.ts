import { luma } from '../../imaging/luma.ts';
import { corrupt } from './decode-error.ts';
import type { PngChunks } from './png-chunks.ts';

/** Grey value of pixel `x` in the unfiltered row that begins at `rowAt` in `raw`. */
export type GreyAt = (raw: Uint8Array, rowAt: number, x: number) => number;

const byte = (raw: Uint8Array, at: number) => raw[at] as number;
const word = (raw: Uint8Array, at: number) => (byte(raw, at) << 8) | byte(raw, at + 1);

/** A sample of 1, 2 or 4 bits; the leftmost pixel has the highest bits (PNG specification, 7.2). */
function packed(raw: Uint8Array, rowAt: number, x: number, depth: number): number {
  const bit = x * depth;
  return (byte(raw, rowAt + (bit >> 3)) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function paletteGrey({ palette, header }: PngChunks): GreyAt {
  const greys = Array.from({ length: Math.floor(palette.length / 3) }, (_, i) =>
    luma(byte(palette, 3 * i), byte(palette, 3 * i + 1), byte(palette, 3 * i + 2)),
  );
  const { depth } = header;
  return (raw, at, x) => {
    const grey = greys[depth === 8 ? byte(raw, at + x) : packed(raw, at, x, depth)];
    if (grey === undefined) throw corrupt('PNG', 'colour-outside-palette');
    return grey;
  };
}

/** How to read a pixel's grey from this file's rows. Alpha is dropped, as Pillow does. */
export function greyReader(chunks: PngChunks): GreyAt {
  const { colourType, depth } = chunks.header;
  const wide = depth === 16;
  switch (colourType) {
    case 0: {
      if (wide) return (raw, at, x) => word(raw, at + 2 * x);
      if (depth === 8) return (raw, at, x) => byte(raw, at + x);
      const scale = 255 / ((1 << depth) - 1);
      return (raw, at, x) => packed(raw, at, x, depth) * scale;
    }
    case 3:
      return paletteGrey(chunks);
    case 4:
      return wide ? (raw, at, x) => word(raw, at + 4 * x) : (raw, at, x) => byte(raw, at + 2 * x);
    default: {
      const samples = colourType === 2 ? 3 : 4;
      if (wide) {
        return (raw, at, x) => {
          const p = at + 2 * samples * x;
          return luma(word(raw, p), word(raw, p + 2), word(raw, p + 4));
        };
      }
      return (raw, at, x) => {
        const p = at + samples * x;
        return luma(byte(raw, p), byte(raw, p + 1), byte(raw, p + 2));
      };
    }
  }
}
