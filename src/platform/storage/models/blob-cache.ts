/** Bytes by key, on disk. Every call may reject: disks fill up, and browsers clear them. */
export interface BlobCache {
  read(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  write(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(key: string): Promise<void>;
  keys(): Promise<string[]>;
}
