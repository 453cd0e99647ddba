import { readEndRecord, readSlice, readUint64 } from './end-record.ts';
import type { Sliceable } from './read-ahead.ts';
import { corruptZip, zipBomb } from './zip-error.ts';
import { MAX_ENTRIES, MAX_TOTAL_BYTES } from './zip-limits.ts';
import { readZipName } from './zip-name.ts';

/** A file in a ZIP archive, as its central directory describes it. Crosses to the worker as it is. */
export interface ZipEntry {
  /** Folders and name, with "/" between. */
  readonly path: string;
  /** 0 stored, 8 deflate; others are not read (APPNOTE 4.4.5). */
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc32: number;
  readonly headerAt: number;
}

const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const ZIP64_FIELD = 1;
const NEVER = 0xffffffff;

interface Sizes {
  readonly unpackedBytes: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** Takes from the ZIP64 field those of the three that did not fit into 32 bits (APPNOTE 4.5.3). */
function widen(sizes: Sizes, extra: DataView): Sizes {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const id = extra.getUint16(at, true);
    const end = at + 4 + extra.getUint16(at + 2, true);
    if (id === ZIP64_FIELD) {
      let field = at + 4;
      for (const key of ['unpackedBytes', 'packedBytes', 'headerAt'] as const) {
        if (wide[key] !== NEVER) continue;
        if (field + 8 > Math.min(end, extra.byteLength)) throw corruptZip('zip-size-missing');
        wide[key] = readUint64(extra, field);
        field += 8;
      }
      return wide;
    }
    at = end;
  }
  return wide;
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; end: number } {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) {
    throw corruptZip('zip-directory-senseless');
  }
  const flags = view.getUint16(at + 8, true);
  const nameAt = at + ENTRY_BYTES;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const commentAt = extraAt + view.getUint16(at + 30, true);
  const end = commentAt + view.getUint16(at + 32, true);
  if (end > view.byteLength) throw corruptZip('zip-directory-senseless');
  const part = (from: number, to: number) =>
    new Uint8Array(view.buffer, view.byteOffset + from, to - from);
  const sizes = widen(
    {
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    },
    new DataView(view.buffer, view.byteOffset + extraAt, commentAt - extraAt),
  );
  const entry = {
    path: readZipName(part(nameAt, extraAt)),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    crc32: view.getUint32(at + 16, true),
    ...sizes,
  };
  return { entry, end };
}

/** Entries that share bytes are how a small archive unpacks to petabytes (Fifield, WOOT 2019). */
function requireApart(entries: readonly ZipEntry[], directoryAt: number): void {
  let free = 0;
  for (const { headerAt, packedBytes } of entries.toSorted((a, b) => a.headerAt - b.headerAt)) {
    if (headerAt < free) throw zipBomb('zip-overlap');
    free = headerAt + LOCAL_BYTES + packedBytes;
    if (free > directoryAt) throw corruptZip('zip-file-outside');
  }
}

/**
 * The files of an archive, without its folders, in the directory's order; nothing is unpacked, and
 * only the archive's end is read. Throws ZipError.
 */
export async function readZipDirectory(archive: Sliceable): Promise<readonly ZipEntry[]> {
  const { entries: count, directoryAt, directoryBytes } = await readEndRecord(archive);
  if (count > MAX_ENTRIES)
    throw zipBomb({ code: 'zip-too-many-files', params: { files: MAX_ENTRIES } });
  if (count * ENTRY_BYTES > directoryBytes) throw corruptZip('zip-directory-incomplete');
  const view = await readSlice(archive, directoryAt, directoryAt + directoryBytes);
  const entries: ZipEntry[] = [];
  for (let index = 0, at = 0; index < count; index++) {
    const { entry, end } = readEntry(view, at);
    entries.push(entry);
    at = end;
  }
  requireApart(entries, directoryAt);
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (total > MAX_TOTAL_BYTES) {
    throw zipBomb({ code: 'zip-total', params: { gigabytes: MAX_TOTAL_BYTES / 1e9 } });
  }
  return entries.filter(({ path }) => path !== '' && !path.endsWith('/'));
}
