/** What of a Blob is used to read archives. */
export interface Sliceable {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

const BLOCK_BYTES = 1 << 18;
const BLOCKS_KEPT = 8;

/**
 * The same bytes, read from the disk in blocks of which the last few are kept: looking at the
 * beginnings of ten thousand small files takes some hundred reads instead of tens of thousands.
 */
export function readAhead(blob: Blob): Sliceable {
  const blocks = new Map<number, Promise<Uint8Array>>();

  function block(index: number): Promise<Uint8Array> {
    const known = blocks.get(index);
    if (known) return known;
    const from = index * BLOCK_BYTES;
    const reading = blob
      .slice(from, from + BLOCK_BYTES)
      .arrayBuffer()
      .then((buffer) => new Uint8Array(buffer));
    blocks.set(index, reading);
    const [oldest] = blocks.keys();
    if (blocks.size > BLOCKS_KEPT && oldest !== undefined) blocks.delete(oldest);
    return reading;
  }

  return {
    size: blob.size,
    slice: (from, to) => ({
      async arrayBuffer() {
        const end = Math.min(to, blob.size);
        const out = new Uint8Array(Math.max(0, end - from));
        for (let at = from; at < end; ) {
          const index = Math.floor(at / BLOCK_BYTES);
          const offset = at - index * BLOCK_BYTES;
          const part = (await block(index)).subarray(offset, offset + end - at);
          if (part.length === 0) throw new Error('the archive is shorter than it was');
          out.set(part, at - from);
          at += part.length;
        }
        return out.buffer;
      },
    }),
  };
}
