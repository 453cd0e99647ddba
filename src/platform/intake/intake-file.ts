import type { FilmSource } from './film-source.ts';

/** A file that was brought, not yet read. */
export interface IntakeFile {
  /** Folders and name below what was dropped or packed, with "/" between. */
  readonly path: string;
  readonly size: number;
  /** Somebody chose this very file, not only a folder or an archive that it lies in. */
  readonly chosen: boolean;
  /** How the file is read when its turn comes. */
  readonly source: FilmSource;
  /** Its first bytes. Rejects where the file is gone, or with ZipError. */
  head(length: number): Promise<Uint8Array>;
  /** All its bytes. Rejects as `head` does. */
  whole(): Promise<Uint8Array>;
}

/** Why a file of a folder or an archive is not in the list of films. */
export type SkipReason =
  /** A DICOMDIR, which names other files; those are read in its order. */
  | 'index'
  /** Named by a DICOMDIR and not there. */
  | 'missing'
  | 'not-a-film'
  | 'dicom-without-film'
  | 'empty'
  /** What operating systems leave in folders. */
  | 'system'
  | 'unsupported'
  | 'encrypted'
  | 'archive-in-archive'
  | 'unsupported-packing'
  | 'damaged-archive'
  | 'split-archive'
  | 'trap'
  | 'too-large'
  | 'unreadable'
  /** One more than are taken at once. */
  | 'too-many';

export interface SkippedFile {
  readonly path: string;
  readonly reason: SkipReason;
}
