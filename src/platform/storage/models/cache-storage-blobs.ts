import type { BlobCache } from './blob-cache.ts';

/**
 * Blobs in the browser's Cache Storage. It is shared by the whole origin, where several copies of
 * the app may lie under several paths, so `base`, the URL of this copy's models, is part of its name.
 */
export function cacheStorageBlobs(kind: 'files' | 'pieces', base: string): BlobCache | null {
  // Not offered on unencrypted pages.
  if (!('caches' in globalThis)) return null;
  const open = () => caches.open(`manet-model-${kind}-v1 ${base}`);
  const prefix = `${base}by-sha256/`;
  const urlOf = (key: string) => `${prefix}${key}`;
  return {
    async read(key) {
      const response = await (await open()).match(urlOf(key));
      return response ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async write(key, bytes) {
      const headers = { 'content-type': 'application/octet-stream' };
      await (await open()).put(urlOf(key), new Response(bytes, { headers }));
    },
    async remove(key) {
      await (await open()).delete(urlOf(key));
    },
    async keys() {
      const requests = await (await open()).keys();
      return requests.map(({ url }) => url.slice(prefix.length));
    },
  };
}
