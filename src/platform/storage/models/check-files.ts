import type { BlobCache } from './blob-cache.ts';
import type { ModelFile } from './card-files.ts';
import { readVerified } from './model-store.ts';

/** How much of what is needed is here. */
export interface Presence {
  readonly present: number;
  readonly needed: number;
  /** Of those present; 0 where they were only counted. */
  readonly bytes: number;
}

/** Counts the files that are here; with `verify`, those whose contents are right. */
export async function checkFiles(
  needed: readonly ModelFile[],
  files: BlobCache | null,
  verify: boolean,
): Promise<Presence> {
  const hashes = [...new Set(needed.map(({ sha256 }) => sha256))];
  if (!verify) {
    const keys = new Set((await files?.keys().catch(() => [])) ?? []);
    const present = hashes.filter((hash) => keys.has(hash)).length;
    return { present, needed: hashes.length, bytes: 0 };
  }
  let [present, bytes] = [0, 0];
  // One after another: together they would fill the memory that a film needs.
  for (const hash of hashes) {
    const found = await readVerified(files, hash);
    if (!found) continue;
    present += 1;
    bytes += found.byteLength;
  }
  return { present, needed: hashes.length, bytes };
}
