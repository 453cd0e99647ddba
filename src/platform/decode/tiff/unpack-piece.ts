import { endsEarly } from '../decode-error.ts';
import { inflateExactly } from '../inflate-exactly.ts';
import type { Compression } from './tiff-layout.ts';
import { unpackLzw } from './unpack-lzw.ts';

/** PackBits (TIFF 6.0, section 9) to exactly `length` bytes. */
function unpackBits(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (let filled = 0; filled < length; ) {
    const control = packed[at++];
    if (control === undefined) throw endsEarly('TIFF');
    if (control === 128) continue;
    const repeated = control > 128;
    const count = repeated ? 257 - control : control + 1;
    if (at + (repeated ? 1 : count) > packed.length) throw endsEarly('TIFF');
    for (let i = 0; i < count && filled < length; i++) {
      out[filled++] = packed[repeated ? at : at + i] as number;
    }
    at += repeated ? 1 : count;
  }
  return out;
}

/** One strip's or tile's bytes, exactly `length` of them. Throws DecodeError 'corrupt-image'. */
export function unpackPiece(
  packed: Uint8Array,
  compression: Compression,
  length: number,
): Uint8Array {
  switch (compression) {
    case 'none':
      if (packed.length < length) throw endsEarly('TIFF');
      return packed.subarray(0, length);
    case 'deflate':
      return inflateExactly([packed], length, 'TIFF');
    case 'packbits':
      return unpackBits(packed, length);
    case 'lzw':
      return unpackLzw(packed, length);
  }
}
