import { corruptDicom } from './dicom-error.ts';
import { type ByteArrayParser, type ByteStream, parser } from './parser.ts';

/**
 * Every element's tag takes two reads, and a value of unknown length one for each two bytes: enough
 * for a million elements, where films have a few hundred.
 */
const MAX_READS = 4_000_000;

class BoundedStream extends parser.ByteStream {
  #reads = 0;

  override readUint16(): number {
    if (++this.#reads > MAX_READS) throw corruptDicom('header-without-end');
    return super.readUint16();
  }
}

/** A stream for the parser that gives up on headers made to keep it busy. `position` lies before the end. */
export function boundedStream(
  bytes: Uint8Array,
  position: number,
  endian: ByteArrayParser,
): ByteStream {
  return new BoundedStream(endian, bytes, position);
}
