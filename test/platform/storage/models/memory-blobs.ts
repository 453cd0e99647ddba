import type { BlobCache } from '../../../../src/platform/storage/models/blob-cache.ts';

/** A disk in memory, which can be filled up or damaged. */
export class MemoryBlobs implements BlobCache {
  readonly blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  full = false;

  async read(key: string) {
    return this.blobs.get(key) ?? null;
  }

  async write(key: string, bytes: Uint8Array<ArrayBuffer>) {
    if (this.full) throw new DOMException('no space', 'QuotaExceededError');
    this.blobs.set(key, bytes);
  }

  async remove(key: string) {
    this.blobs.delete(key);
  }

  async keys() {
    return [...this.blobs.keys()];
  }
}
