import type { BlobCache } from './blob-cache.ts';

/** A closed tab loses at most that much of each file. */
const PIECE_BYTES = 1 << 20;

/** What has arrived of a file that is still incomplete, in memory and, piece by piece, on disk. */
export interface PieceLog {
  readonly receivedBytes: number;
  add(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Writes what is not on disk yet. */
  save(): Promise<void>;
  /** Forgets everything, here and on disk. */
  clear(): Promise<void>;
  join(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Without the disk a download works as well; it only cannot be continued later. */
async function quietly<T>(work: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await work) ?? null;
  } catch {
    return null;
  }
}

/** Continues the log of a file, whose pieces are stored as `<sha256>/<first byte>`. */
export async function openPieceLog(sha256: string, disk: BlobCache | null): Promise<PieceLog> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  let saved = 0;
  let unsaved: Uint8Array<ArrayBuffer>[] = [];

  for (;;) {
    const piece = await quietly(disk?.read(`${sha256}/${received}`));
    if (!piece || piece.byteLength === 0) break;
    chunks.push(piece);
    received += piece.byteLength;
  }
  saved = received;

  const join = async (parts: Uint8Array<ArrayBuffer>[]) =>
    new Uint8Array(await new Blob(parts).arrayBuffer());

  const log = {
    get receivedBytes() {
      return received;
    },
    async add(chunk: Uint8Array<ArrayBuffer>) {
      chunks.push(chunk);
      unsaved.push(chunk);
      received += chunk.byteLength;
      if (received - saved >= PIECE_BYTES) await log.save();
    },
    async save() {
      if (received === saved) return;
      const [key, parts] = [`${sha256}/${saved}`, unsaved];
      unsaved = [];
      saved = received;
      await quietly(disk?.write(key, await join(parts)));
    },
    async clear() {
      chunks.length = 0;
      unsaved = [];
      received = 0;
      saved = 0;
      const keys = (await quietly(disk?.keys())) ?? [];
      const mine = keys.filter((key) => key.startsWith(`${sha256}/`));
      await Promise.all(mine.map((key) => quietly(disk?.remove(key))));
    },
    join: () => join(chunks),
  };
  return log;
}
