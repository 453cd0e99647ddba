import './console-to-stderr.ts';

import { mkdir } from 'node:fs/promises';
import type { Engine } from '../models/engine.ts';
import { GATE_CODES } from '../pipeline/gate/gate-codes.ts';
import { createFilmDecoder, type DecodeFilm } from '../platform/decode/create-film-decoder.ts';
import { type Args, readArgs, USAGE, UsageError } from './args.ts';
import { expandArchive, type ListedFilm } from './expand-archive.ts';
import type { FilmLine } from './film-line.ts';
import { listFiles } from './list-files.ts';
import { loadCodecNode } from './load-codec-node.ts';
import { createPictureNames } from './name-pictures.ts';
import { readFilm } from './read-film.ts';
import { requireShipped } from './shipped-models.ts';
import { createPictureWriter } from './write-pictures.ts';

/** What shells say for a program that Ctrl-C ended: 128 + SIGINT. */
const INTERRUPTED = 130;

function print(line: FilmLine): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve());
  });
}

async function listAll(paths: readonly string[]): Promise<ListedFilm[]> {
  // All before the first is read: --out may lie in one of the folders.
  const films: ListedFilm[] = [];
  for await (const file of listFiles(paths)) {
    for await (const film of expandArchive(file, console.error)) films.push(film);
  }
  return films;
}

/** Reads every film and prints its line; the exit code is 1 where some ended in an error. */
async function readAll(args: Args, signal: AbortSignal): Promise<number> {
  const { backend, out, paths } = args;
  const classifier = args.classifier ?? undefined;
  let opened: Promise<Engine> | null = null;
  const engine = () => {
    // Imported no earlier than it is needed: tfjs takes seconds to load.
    opened ??= import('./open-engine.ts').then(({ openEngine }) =>
      openEngine(backend, signal, { classifier }),
    );
    return opened;
  };
  const decodeAny = createFilmDecoder(loadCodecNode);
  const decode: DecodeFilm = (bytes, name) => decodeAny(bytes, name, { window: args.window - 1 });
  const reader = { decode, engine, signal, overrides: args.readAnyway ? GATE_CODES : undefined };
  const nameOf = createPictureNames();
  const files = await listAll(paths);
  let failed = 0;
  for (const [index, { path, below, read }] of files.entries()) {
    const pictures = out === null ? null : createPictureWriter(out, nameOf(below));
    const line = await readFilm(path, { ...reader, read }, pictures);
    if (line.status === 'error') failed++;
    await print(line);
    console.error(`${index + 1} of ${files.length}: ${path}: ${line.code ?? line.status}`);
  }
  return failed > 0 ? 1 : 0;
}

async function main(argv: readonly string[]): Promise<number> {
  const abort = new AbortController();
  // Not once: npm and tsx pass on the signal that the terminal has sent already.
  process.on('SIGINT', () => abort.abort(new Error('interrupted')));
  try {
    const args = readArgs(argv);
    if (!args) {
      process.stderr.write(USAGE);
      return 0;
    }
    if (args.classifier !== null) await requireShipped(args.classifier);
    if (args.out !== null) {
      await mkdir(args.out, { recursive: true }).catch(() => {
        throw new UsageError(`--out: the folder ${args.out} cannot be made.`);
      });
    }
    return await readAll(args, abort.signal);
  } catch (error) {
    if (abort.signal.aborted) {
      console.error('Interrupted.');
      return INTERRUPTED;
    }
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

// A reader that goes away, as `head` does, ends the program without a stack trace.
process.stdout.on('error', () => process.exit(1));
// Threads of the networks would keep the process alive.
process.exit(await main(process.argv.slice(2)));
