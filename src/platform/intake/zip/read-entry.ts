import { Inflate } from 'fflate';
import { inEnglish } from '../../../errors/english.ts';
import { isPlausiblePacking } from '../../../imaging/film-limits.ts';
import { crc32 } from '../../decode/crc32.ts';
import { readSlice } from './end-record.ts';
import type { Sliceable } from './read-ahead.ts';
import type { ZipEntry } from './zip-directory.ts';
import { corruptZip, ZipError, zipBomb } from './zip-error.ts';
import { MAX_ENTRY_BYTES } from './zip-limits.ts';

const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATE = 8;
/** Deflate cannot do better than 1,032 to 1 (zlib technical details), so one slice yields 17 MB at most. */
const SLICE = 16_384;

/** Refuses what is encrypted, packed in a way that is not read, or too large, before a byte is read. */
function requireReadable(entry: ZipEntry): void {
  const { method, encrypted, packedBytes, unpackedBytes } = entry;
  if (encrypted) throw new ZipError(...inEnglish({ code: 'encrypted-zip' }));
  if (method !== STORED && method !== DEFLATE) {
    throw new ZipError(...inEnglish({ code: 'unsupported-zip', params: { method } }));
  }
  if (unpackedBytes > MAX_ENTRY_BYTES) {
    const why = {
      code: 'zip-entry-unpacks',
      params: { megabytes: MAX_ENTRY_BYTES / 1e6 },
    } as const;
    throw new ZipError(...inEnglish({ code: 'too-large', why }));
  }
  if (!isPlausiblePacking(packedBytes, unpackedBytes)) {
    throw zipBomb('zip-file-ratio');
  }
  if (method === STORED && packedBytes !== unpackedBytes) {
    throw corruptZip('zip-two-sizes');
  }
}

/** Where the entry's contents begin; names and fields before them may differ from the directory's. */
async function contentsAt(archive: Sliceable, { headerAt }: ZipEntry): Promise<number> {
  const header = await readSlice(archive, headerAt, headerAt + LOCAL_BYTES);
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL) {
    throw corruptZip('zip-file-without-header');
  }
  return headerAt + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

async function packed(archive: Sliceable, entry: ZipEntry, most: number): Promise<Uint8Array> {
  const at = await contentsAt(archive, entry);
  if (at + entry.packedBytes > archive.size) throw corruptZip('zip-file-ends-early');
  const view = await readSlice(archive, at, at + Math.min(entry.packedBytes, most));
  return new Uint8Array(view.buffer);
}

/** Inflates up to `length` bytes and stops; returns how many there were. */
function inflateInto(out: Uint8Array, from: Uint8Array): { filled: number; surplus: boolean } {
  let filled = 0;
  let surplus = false;
  const inflator = new Inflate((chunk) => {
    const taken = chunk.subarray(0, out.length - filled);
    out.set(taken, filled);
    filled += taken.length;
    surplus ||= taken.length < chunk.length;
  });
  for (let at = 0; at < from.length && filled < out.length && !surplus; at += SLICE) {
    inflator.push(from.subarray(at, at + SLICE));
  }
  return { filled, surplus };
}

/** The first bytes of an entry, by which its kind is told; reads no more of the archive than it needs. */
export async function readEntryHead(
  archive: Sliceable,
  entry: ZipEntry,
  length: number,
): Promise<Uint8Array> {
  requireReadable(entry);
  const wanted = Math.min(length, entry.unpackedBytes);
  let head: Uint8Array = new Uint8Array(0);
  // A block that is stored as it is comes out whole or not at all, and may have 65,535 bytes.
  for (let most = 2 * length; head.length < wanted; most *= 4) {
    const bytes = await packed(archive, entry, most);
    if (entry.method === STORED) return bytes.subarray(0, wanted);
    head = inflateHead(bytes, wanted);
    if (most >= entry.packedBytes) break;
  }
  return head;
}

function inflateHead(from: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  try {
    return out.subarray(0, inflateInto(out, from).filled);
  } catch (error) {
    throw corruptZip('zip-file-not-unpacked', { cause: error });
  }
}

/**
 * An entry's bytes, unpacked in memory of the size that the directory claims and no more, so that a
 * bomb costs what a film costs. The checksum must hold. Throws ZipError.
 */
export async function readEntry(archive: Sliceable, entry: ZipEntry): Promise<Uint8Array> {
  requireReadable(entry);
  const from = await packed(archive, entry, entry.packedBytes);
  let out = from;
  if (entry.method === DEFLATE) {
    out = new Uint8Array(entry.unpackedBytes);
    let got: ReturnType<typeof inflateInto>;
    try {
      got = inflateInto(out, from);
    } catch (error) {
      throw corruptZip('zip-file-not-unpacked', { cause: error });
    }
    if (got.filled < out.length) throw corruptZip('zip-file-ends-early');
    if (got.surplus) throw corruptZip('zip-file-larger');
  }
  if (crc32(out) !== entry.crc32) throw corruptZip('zip-file-checksum');
  return out;
}
