import { readDicomDirectory } from '../../dicom/read-directory.ts';
import type { IntakeFile } from './intake-file.ts';

/** Discs are written with names in other cases, and with version numbers (ISO 9660 7.5). */
const sameName = (path: string) => path.toLowerCase().replace(/\.?;\d+$/, '');

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

export interface Ordered {
  readonly films: readonly IntakeFile[];
  /** Paths of pictures that the directory names and that are not there. */
  readonly missing: readonly string[];
}

/**
 * Puts the films that a DICOMDIR names into its order, where the first of them stood; those of
 * which it does not know keep their places. Throws DicomError, or what reading it throws.
 */
export async function orderByDirectory(
  directory: IntakeFile,
  films: readonly IntakeFile[],
): Promise<Ordered> {
  const folder = folderOf(directory.path);
  const byPath = new Map(films.map((film) => [sameName(film.path), film]));
  const named = new Set<IntakeFile>();
  const missing: string[] = [];
  for (const parts of readDicomDirectory(await directory.whole())) {
    const path = folder + parts.join('/');
    const film = byPath.get(sameName(path));
    if (film) named.add(film);
    else missing.push(path);
  }
  const first = films.findIndex((film) => named.has(film));
  const before = films.slice(0, Math.max(0, first));
  const after = films.slice(Math.max(0, first)).filter((film) => !named.has(film));
  return { films: [...before, ...named, ...after], missing };
}
