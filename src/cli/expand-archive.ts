import { openAsBlob } from 'node:fs';
import { open } from 'node:fs/promises';
import { gatherFilms } from '../platform/intake/gather-films.ts';
import { isZip } from '../platform/intake/judge-head.ts';
import { readSource } from '../platform/intake/read-source.ts';
import type { ListedFile } from './list-files.ts';

/** A listed file, and how it is read where it lies in an archive. */
export interface ListedFilm extends ListedFile {
  readonly read?: () => Promise<Uint8Array>;
}

async function startsAsZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  try {
    const read = await file?.read(Buffer.alloc(4), 0, 4, 0);
    return read !== undefined && isZip(read.buffer);
  } catch {
    // Reading it says why it fails.
    return false;
  } finally {
    await file?.close();
  }
}

/**
 * The file itself, or the films of the ZIP archive that it is, as "archive.zip/film.png", each
 * unpacked when its turn comes. What is skipped is told, a line each.
 */
export async function* expandArchive(
  listed: ListedFile,
  tell: (line: string) => void,
): AsyncGenerator<ListedFilm> {
  if (!(await startsAsZip(listed.path))) {
    yield listed;
    return;
  }
  const brought = [{ path: 'archive.zip', file: await openAsBlob(listed.path) }];
  const { films, skipped } = await gatherFilms(brought);
  for (const { path, reason } of skipped) {
    tell(`${path.replace('archive.zip', listed.path)}: skipped, ${reason}`);
  }
  for (const film of films) {
    if (film.kind === 'demo') continue;
    const path = `${listed.path}/${film.name}`;
    yield { path, below: `${listed.below}/${film.name}`, read: () => readSource(film) };
  }
}
