import type { BlobCache } from './blob-cache.ts';
import type { ModelFile } from './card-files.ts';

/** Takes away what no file of `referenced` needs: other versions' files, and pieces of them. */
export async function removeUnreferenced(
  referenced: readonly ModelFile[],
  caches: readonly (BlobCache | null)[],
): Promise<void> {
  const wanted = new Set(referenced.map(({ sha256 }) => sha256));
  for (const cache of caches) {
    for (const key of (await cache?.keys()) ?? []) {
      const [sha256 = ''] = key.split('/');
      if (!wanted.has(sha256)) await cache?.remove(key);
    }
  }
}
