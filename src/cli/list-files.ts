import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

export interface ListedFile {
  /** The path as the user would write it. */
  readonly path: string;
  /** The path below the folder that was named, or the file's own name: where its pictures go. */
  readonly below: string;
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (!entries) {
    yield folder;
    return;
  }
  for (const entry of entries.sort((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name);
    // Links to folders are not followed: they may lead round in a circle.
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
    else if (entry.isSymbolicLink() && (await isFile(path))) yield path;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * The files that the arguments stand for, in their order; folders with everything below them, sorted
 * by name. What a file holds is not looked at. A path that does not exist and a folder that cannot
 * be opened are listed as they are: reading them says why they fail.
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<ListedFile> {
  for (const path of paths) {
    if (!(await isFolder(path))) {
      yield { path, below: basename(path) };
      continue;
    }
    for await (const file of walk(path)) yield { path: file, below: relative(path, file) };
  }
}
