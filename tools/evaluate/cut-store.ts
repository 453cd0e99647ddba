import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Thresholded logits on disk, one bit each, by the hash of the film that they belong to. */
export interface CutStore {
  read(key: string, length: number): Promise<Uint8Array | null>;
  write(key: string, cut: Uint8Array): Promise<void>;
}

export function openCutStore(folder: string): CutStore {
  return {
    async read(key, length) {
      const packed = await readFile(join(folder, key)).catch(() => null);
      if (!packed) return null;
      const bits = inflateRawSync(packed);
      return Uint8Array.from({ length }, (_, i) => ((bits[i >> 3] as number) >> (i & 7)) & 1);
    },
    async write(key, cut) {
      const bits = new Uint8Array(Math.ceil(cut.length / 8));
      for (let i = 0; i < cut.length; i++) {
        bits[i >> 3] = (bits[i >> 3] as number) | ((cut[i] as number) << (i & 7));
      }
      await mkdir(folder, { recursive: true });
      // A name of its own until it is whole: the run may be cut short, and shards share the folder.
      const unfinished = join(folder, `${key}.${process.pid}`);
      await writeFile(unfinished, deflateRawSync(bits));
      await rename(unfinished, join(folder, key));
    },
  };
}
