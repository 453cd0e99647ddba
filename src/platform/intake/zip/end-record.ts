import { inEnglish } from '../../../errors/english.ts';
import type { Sliceable } from './read-ahead.ts';
import { corruptZip, ZipError } from './zip-error.ts';

/** Where the central directory lies, and how many entries it has. */
export interface EndRecord {
  readonly entries: number;
  readonly directoryAt: number;
  readonly directoryBytes: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const END_64_BYTES = 56;
/** The end record stands before a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const MAX_TAIL = END_BYTES + LOCATOR_BYTES + 65_535;

const NEVER = 0xffffffff;

export async function readSlice(archive: Sliceable, from: number, to: number): Promise<DataView> {
  return new DataView(await archive.slice(from, to).arrayBuffer());
}

/** A 64-bit number; what no file can have becomes infinite, and fails every bound. */
export function readUint64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value);
}

/** The record whose comment reaches the very end; else, where bytes follow the archive, the last one. */
function findEnd(tail: DataView): number {
  let last = -1;
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const end = at + END_BYTES + tail.getUint16(at + 20, true);
    // A comment may hold the same four bytes.
    if (end === tail.byteLength) return at;
    if (end < tail.byteLength && last < 0) last = at;
  }
  if (last < 0) throw corruptZip('zip-directory-missing');
  return last;
}

function split(): ZipError {
  return new ZipError(...inEnglish({ code: 'split-zip' }));
}

/** ZIP64 (APPNOTE 4.3.14 and 4.3.15), for archives of over 4 GB or 65,535 files; null where there is none. */
async function readEnd64(archive: Sliceable, locator: DataView): Promise<EndRecord | null> {
  if (locator.byteLength < LOCATOR_BYTES || locator.getUint32(0, true) !== LOCATOR_64) return null;
  const at = readUint64(locator, 8);
  if (at + END_64_BYTES > archive.size) throw corruptZip('zip-directory-outside');
  const record = await readSlice(archive, at, at + END_64_BYTES);
  if (record.getUint32(0, true) !== END_64) throw corruptZip('zip-directory-missing');
  if (record.getUint32(16, true) !== record.getUint32(20, true)) throw split();
  return {
    entries: readUint64(record, 32),
    directoryBytes: readUint64(record, 40),
    directoryAt: readUint64(record, 48),
  };
}

/** Finds the central directory from the archive's end. Throws ZipError. */
export async function readEndRecord(archive: Sliceable): Promise<EndRecord> {
  const tailAt = Math.max(0, archive.size - MAX_TAIL);
  const tail = await readSlice(archive, tailAt, archive.size);
  const at = findEnd(tail);
  const disk = tail.getUint16(at + 4, true);
  const directoryDisk = tail.getUint16(at + 6, true);
  const locatorAt = tailAt + at - LOCATOR_BYTES;
  const end64 =
    locatorAt < 0
      ? null
      : await readEnd64(archive, await readSlice(archive, locatorAt, locatorAt + LOCATOR_BYTES));
  const record = end64 ?? {
    entries: tail.getUint16(at + 10, true),
    directoryBytes: tail.getUint32(at + 12, true),
    directoryAt: tail.getUint32(at + 16, true),
  };
  if (!end64 && record.directoryAt === NEVER) throw corruptZip('zip-directory-missing');
  if (!end64 && (disk > 0 || directoryDisk > 0)) throw split();
  if (record.directoryAt + record.directoryBytes > tailAt + at) {
    throw corruptZip('zip-directory-outside');
  }
  return record;
}
