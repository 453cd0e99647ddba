import type { FilmSource } from './film-source.ts';
import type { IntakeFile, SkippedFile, SkipReason } from './intake-file.ts';
import { HEAD_BYTES, isSystemFile, judgeHead, type Verdict } from './judge-head.ts';
import { orderByDirectory } from './order-by-directory.ts';
import { packedFile } from './packed-file.ts';
import { type BroughtFile, plainFile } from './plain-file.ts';
import { readAhead } from './zip/read-ahead.ts';
import { readZipDirectory } from './zip/zip-directory.ts';
import { ZipError, type ZipErrorCode } from './zip/zip-error.ts';

export interface Gathered {
  /** In the order in which they are to be read. */
  readonly films: readonly FilmSource[];
  readonly skipped: readonly SkippedFile[];
}

export interface GatherOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (seen: number, total: number) => void;
}

/** More at once would be a whole archive of a hospital; the rest can follow. */
const MAX_FILMS = 20_000;

/** A record has some hundred bytes, and no disc a million of them. */
const MAX_DIRECTORY_BYTES = 100_000_000;

/** Files whose beginnings are read at the same time. */
const AT_ONCE = 32;

const ZIP_REASONS: Readonly<Record<ZipErrorCode, SkipReason>> = {
  'corrupt-zip': 'damaged-archive',
  'split-zip': 'split-archive',
  'encrypted-zip': 'encrypted',
  'unsupported-zip': 'unsupported-packing',
  'zip-bomb': 'trap',
  'too-large': 'too-large',
};

const whySkipped = (error: unknown): SkipReason =>
  error instanceof ZipError ? ZIP_REASONS[error.code] : 'unreadable';

async function judge(file: IntakeFile): Promise<Verdict> {
  if (isSystemFile(file.path)) return 'system';
  try {
    return judgeHead(await file.head(HEAD_BYTES));
  } catch (error) {
    return whySkipped(error);
  }
}

/** Looks at every file's beginning, some at a time; verdicts stand in the files' order. */
async function judgeAll(
  files: readonly IntakeFile[],
  { signal, onProgress }: GatherOptions,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    onProgress?.(at, files.length);
    verdicts.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map(judge))));
  }
  return verdicts;
}

/** The films of one folder, one archive or one choice, in order. */
async function gather(
  given: readonly IntakeFile[],
  options: GatherOptions,
  packed: boolean,
): Promise<{ films: IntakeFile[]; skipped: SkippedFile[] }> {
  const files = inOrder(given);
  const verdicts = await judgeAll(files, options);
  const skipped: SkippedFile[] = [];
  const skip = ({ path }: Pick<IntakeFile, 'path'>, reason: SkipReason) => {
    skipped.push({ path, reason });
  };
  const directories: IntakeFile[] = [];
  let films: IntakeFile[] = [];
  for (const [index, file] of files.entries()) {
    const verdict = verdicts[index] as Verdict;
    if (verdict === 'directory') {
      if (file.size <= MAX_DIRECTORY_BYTES) directories.push(file);
      skip(file, 'index');
    } else if (verdict === 'zip' && packed) skip(file, 'archive-in-archive');
    else if (verdict === 'zip') {
      const inside = await openArchive(file, options);
      films.push(...inside.films);
      skipped.push(...inside.skipped);
      // What somebody chose by hand gets its place in the list, and says there what is wrong with it.
    } else if (verdict === 'film' || file.chosen) films.push(file);
    else skip(file, verdict);
  }
  for (const directory of directories) {
    try {
      const ordered = await orderByDirectory(directory, films);
      films = [...ordered.films];
      for (const path of ordered.missing) skip({ path }, 'missing');
    } catch {
      // A damaged index loses no film: they are read in the order of their names.
      options.signal?.throwIfAborted();
    }
  }
  return { films, skipped };
}

async function openArchive(file: IntakeFile, options: GatherOptions) {
  if (file.source.kind !== 'file') throw new TypeError('only plain files are opened as archives');
  const { blob } = file.source;
  const prefixed = (path: string) => `${file.path}/${path}`;
  try {
    const ahead = readAhead(blob);
    const entries = await readZipDirectory(ahead);
    const { films, skipped } = await gather(
      entries.map((entry) => packedFile(blob, ahead, entry)),
      options,
      true,
    );
    return {
      films,
      skipped: skipped.map(({ path, reason }) => ({ path: prefixed(path), reason })),
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { films: [], skipped: [{ path: file.path, reason: whySkipped(error) }] };
  }
}

/** As people count: "film 2" before "film 10". Files that were chosen one by one keep their order. */
function inOrder(files: readonly IntakeFile[]): IntakeFile[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const chosen = files.filter((file) => file.chosen);
  const found = files.filter((file) => !file.chosen);
  return [...chosen, ...found.sort((a, b) => compare(a.path, b.path))];
}

/**
 * Everything that was dropped, pasted or chosen -> the films in it, each to be read when its turn
 * comes. Only beginnings of files are read, and the directories of archives. Of folders and archives,
 * what is no film is skipped, and told; a single file that was chosen is always taken.
 * Rejects with nothing but the signal's reason.
 */
export async function gatherFilms(
  brought: readonly BroughtFile[],
  options: GatherOptions = {},
): Promise<Gathered> {
  const { films, skipped } = await gather(brought.map(plainFile), options, false);
  const over = films.slice(MAX_FILMS).map(({ path }) => ({ path, reason: 'too-many' as const }));
  return {
    films: films.slice(0, MAX_FILMS).map(({ source }) => source),
    skipped: [...skipped, ...over],
  };
}
