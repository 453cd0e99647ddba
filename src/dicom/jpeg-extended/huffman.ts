import { corruptDicom } from '../dicom-error.ts';
import type { BitReader } from './bit-reader.ts';

/** Decodes one symbol. */
export type Huffman = (bits: BitReader) => number;

/**
 * A table from its code counts by length (16 bytes) and its symbols, in T.81's own way: codes of a
 * length are consecutive, so that a code is told by the largest of its length (ITU-T T.81 F.2.2.3).
 */
export function createHuffman(counts: Uint8Array, symbols: Uint8Array): Huffman {
  const largest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] as number;
    if (count > 0) {
      offset[length] = index - code;
      code += count;
      index += count;
      largest[length] = code - 1;
    }
    if (code > 1 << length) throw corruptDicom('packed-impossible-code');
    code <<= 1;
  }
  return (bits) => {
    let found = 0;
    for (let length = 1; length <= 16; length++) {
      found = (found << 1) | bits.read(1);
      if (found <= (largest[length] as number)) {
        return symbols[found + (offset[length] as number)] as number;
      }
    }
    throw corruptDicom('packed-senseless');
  };
}
