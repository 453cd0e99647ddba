import { corrupt, endsEarly } from '../decode-error.ts';

const CLEAR = 256;
const END = 257;

/** LZW of TIFF 6.0, section 13: most significant bits first, codes grow one early. To exactly `length` bytes. */
export function unpackLzw(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  // A code stands for the one it extends and a last byte; chains are written from their ends.
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const size = new Uint16Array(4096);
  for (let i = 0; i < 256; i++) {
    suffix[i] = i;
    size[i] = 1;
  }
  let next = 258;
  let width = 9;
  let previous = -1;
  let filled = 0;
  let buffer = 0;
  let held = 0;

  /** Writes what `code` stands for, as far as it fits; returns its first byte. */
  function write(code: number): number {
    const count = size[code] as number;
    let walk = code;
    for (let i = count - 1; i >= 0; i--) {
      const at = filled + i;
      if (at < length) out[at] = suffix[walk] as number;
      if (i > 0) walk = prefix[walk] as number;
    }
    filled = Math.min(length, filled + count);
    return suffix[walk] as number;
  }

  for (let at = 0; filled < length; ) {
    while (held < width) {
      const byte = packed[at++];
      if (byte === undefined) throw endsEarly('TIFF');
      buffer = ((buffer << 8) | byte) & 0xffffff;
      held += 8;
    }
    held -= width;
    const code = (buffer >>> held) & ((1 << width) - 1);
    if (code === END) throw endsEarly('TIFF');
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previous = -1;
      continue;
    }
    if (code > next || (code === next && previous < 0) || code === 257) {
      throw corrupt('TIFF', 'pixels-not-unpacked');
    }
    if (previous >= 0 && next < 4096) {
      prefix[next] = previous;
      size[next] = (size[previous] as number) + 1;
      let first = code === next ? previous : code;
      while ((size[first] as number) > 1) first = prefix[first] as number;
      suffix[next] = suffix[first] as number;
      next++;
    }
    write(code);
    previous = code;
    if (next + 1 >= 1 << width && width < 12) width++;
  }
  return out;
}
