import { createHash } from 'node:crypto';
import type { ModelFile } from '../../../../src/platform/storage/models/card-files.ts';

/** Bytes that differ everywhere, and the file that a card would list. */
export function aFile(size: number, seed = 1): { bytes: Uint8Array<ArrayBuffer>; file: ModelFile } {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8) * seed) % 256);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, file: { path: `net/shard-${seed}.bin`, sha256 } };
}
