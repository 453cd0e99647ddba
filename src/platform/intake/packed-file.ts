import type { IntakeFile } from './intake-file.ts';
import type { Sliceable } from './zip/read-ahead.ts';
import { readEntry, readEntryHead } from './zip/read-entry.ts';
import type { ZipEntry } from './zip/zip-directory.ts';

/** A file in an archive, which stays packed until its turn comes; `ahead` reads the same archive. */
export function packedFile(archive: Blob, ahead: Sliceable, entry: ZipEntry): IntakeFile {
  return {
    path: entry.path,
    size: entry.unpackedBytes,
    chosen: false,
    source: { kind: 'packed', name: entry.path, archive, entry },
    head: (length) => readEntryHead(ahead, entry, length),
    whole: () => readEntry(archive, entry),
  };
}
