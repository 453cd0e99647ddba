import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { CodedError } from '../../src/errors/coded-error.ts';
import type { Film } from '../../src/imaging/film.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { CodecError } from '../../src/platform/decode/decode-error.ts';
import { gatherFilms } from '../../src/platform/intake/gather-films.ts';
import { readSource } from '../../src/platform/intake/read-source.ts';

/** Of processor time, since this may run on a busy machine. */
export const LIMIT_MS = 2000;

export interface Judged {
  /** "film", or the codes of what was wrong. */
  readonly outcome: string;
  readonly ms: number;
  /** What should never happen: no typed error, a film that does not hold together, too slow. */
  readonly fault: string | null;
}

const decode = createFilmDecoder(loadCodecNode);

function requireFilm({ width, height, maxValue, data }: Film): void {
  if (data.length !== width * height)
    throw new Error(`${data.length} pixels of ${width} x ${height}`);
  if (!data.every((grey) => grey >= 0 && grey <= maxValue))
    throw new Error('greys beyond the range');
}

async function readOne(bytes: Uint8Array): Promise<string> {
  requireFilm(await decode(bytes, 'x'));
  return 'film';
}

/** As a dropped archive is read: looked through, and then every film when its turn comes. */
async function readArchive(bytes: Uint8Array): Promise<string> {
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const { films, skipped } = await gatherFilms([{ path: '/folder/x.zip', file }]);
  const seen = new Set<string>(skipped.map(({ reason }) => reason));
  for (const film of films) {
    if (film.kind === 'demo') throw new Error('a demo film in an archive');
    seen.add(await codeOf(async () => readOne(await readSource(film))));
  }
  return [...seen].sort().join(' + ') || 'nothing in it';
}

async function codeOf(read: () => Promise<string>): Promise<string> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CodedError) || error instanceof CodecError) throw error;
    // The decoder's own last net: a typed error, but no check foresaw the cause.
    const unforeseen = error.cause && /contents do not make sense/.test(error.message);
    return unforeseen ? `${error.code} (unforeseen)` : error.code;
  }
}

/** Reads a file as the app would. */
export async function judgeFile(bytes: Uint8Array, archive = false): Promise<Judged> {
  const began = process.cpuUsage();
  let outcome = 'untyped';
  let fault: string | null = null;
  try {
    outcome = await codeOf(() => (archive ? readArchive(bytes) : readOne(bytes)));
  } catch (error) {
    fault = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const { user, system } = process.cpuUsage(began);
  const ms = (user + system) / 1000;
  if (!fault && ms > LIMIT_MS) fault = `took ${Math.round(ms)} ms of processor time`;
  return { outcome, ms, fault };
}
