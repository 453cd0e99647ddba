import type { BlobCache } from './blob-cache.ts';
import type { ModelFile } from './card-files.ts';
import { rangeStart } from './content-range.ts';
import { openPieceLog, type PieceLog } from './piece-log.ts';
import { sha256Hex } from './sha256.ts';
import { StoreError } from './store-error.ts';
import { within } from './within.ts';

export interface DownloadOptions {
  /** The folder of models, which ends in a slash. */
  readonly base: string;
  /** Where incomplete files are kept; null where there is no disk. */
  readonly pieces: BlobCache | null;
  readonly signal?: AbortSignal | undefined;
  /** How much of the file is here. Falls back where the download starts over. */
  readonly onReceived?: ((bytes: number) => void) | undefined;
  /** Before each further attempt, in milliseconds. */
  readonly pausesMs?: readonly number[];
}

const PAUSES_MS = [500, 1500, 4000];
const SILENCE_MS = 30_000;

/** An answer that asking again will not change. */
class FinalAnswer extends Error {}

async function request(url: string, fromByte: number, fresh: boolean, signal?: AbortSignal) {
  const response = await within(
    SILENCE_MS,
    fetch(url, {
      headers: fromByte > 0 ? { Range: `bytes=${fromByte}-` } : {},
      // What the browser's own cache holds is what turned out wrong.
      cache: fresh ? 'reload' : 'default',
      signal: signal ?? null,
    }),
  );
  const lasting = response.status >= 400 && response.status < 500;
  if (lasting && ![408, 416, 425, 429].includes(response.status)) {
    throw new FinalAnswer(`the server answered ${response.status}`);
  }
  return response;
}

/** Adds to the log what it lacks, starting over where the server cannot continue. */
async function receive(response: Response, log: PieceLog, onReceived: (bytes: number) => void) {
  const { status, headers } = response;
  const continues =
    status === 206 && rangeStart(headers.get('content-range')) === log.receivedBytes;
  // Any other answer with contents begins at the first byte; 416 says that there is less than is here.
  if (!continues && (response.ok || status === 416)) await log.clear();
  if (!response.ok || (status === 206 && !continues)) {
    throw new Error(`the server answered ${status}`);
  }
  onReceived(log.receivedBytes);
  const reader = response.body?.getReader();
  if (!reader) throw new Error('the answer is empty');
  try {
    for (;;) {
      const { done, value } = await within(SILENCE_MS, reader.read());
      if (done) return;
      await log.add(value);
      onReceived(log.receivedBytes);
    }
  } catch (error) {
    // Whatever broke, the connection is of no use any more.
    reader.cancel().catch(() => {});
    throw error;
  }
}

const failed = (path: string, why: string, cause: unknown) =>
  new StoreError(
    'download-failed',
    `The model file ${path} could not be downloaded: ${why}.`,
    'Check the connection and load again; what has arrived is kept.',
    { cause },
  );

const wrong = (path: string) =>
  new StoreError(
    'hash-mismatch',
    `The model file ${path} is not the one that belongs here: it was downloaded twice, and both times its SHA-256 was wrong.`,
    'Nothing of it is used. Reload the app; if the message stays, the files on the server are damaged or belong to another version.',
  );

/**
 * Downloads a file and checks it. A broken connection is taken up where it broke, now or the next
 * time; a file with the wrong SHA-256 is fetched once more from its first byte.
 * Rejects with StoreError, or with the signal's reason.
 */
export async function download(
  { path, sha256 }: ModelFile,
  { base, pieces, signal, onReceived = () => {}, pausesMs = PAUSES_MS }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const log = await openPieceLog(sha256, pieces);
  const pauses = [...pausesMs];
  let wrongBefore = false;
  for (;;) {
    try {
      const response = await request(`${base}${path}`, log.receivedBytes, wrongBefore, signal);
      await receive(response, log, onReceived);
    } catch (error) {
      await log.save();
      signal?.throwIfAborted();
      const pause = pauses.shift();
      if (error instanceof FinalAnswer || pause === undefined) {
        throw failed(path, error instanceof Error ? error.message : String(error), error);
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal?.throwIfAborted();
      continue;
    }
    const bytes = await log.join();
    await log.clear();
    if ((await sha256Hex(bytes)) === sha256) return bytes;
    if (wrongBefore) throw wrong(path);
    wrongBefore = true;
  }
}
