import { sha256Hex } from '../../../bytes/sha256.ts';
import type { BlobCache } from './blob-cache.ts';
import type { ModelFile } from './card-files.ts';
import { rangeStart } from './content-range.ts';
import { openPieceLog, type PieceLog } from './piece-log.ts';
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
  /** Before each further attempt that follows one without progress, in milliseconds. */
  readonly pausesMs?: readonly number[];
  /** After that long without a byte a connection counts as broken. */
  readonly silenceMs?: number;
}

const PAUSES_MS = [500, 1500, 4000];
const SILENCE_MS = 30_000;

/** An answer that asking again will not change. */
class FinalAnswer extends Error {}

interface Asked {
  readonly fromByte: number;
  readonly fresh: boolean;
  readonly silenceMs: number;
  readonly signal: AbortSignal | undefined;
}

async function request(url: string, { fromByte, fresh, silenceMs, signal }: Asked) {
  const response = await within(
    silenceMs,
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
async function receive(
  response: Response,
  log: PieceLog,
  silenceMs: number,
  onReceived: (bytes: number) => void,
) {
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
      const { done, value } = await within(silenceMs, reader.read());
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
 * time, as often as it takes if every attempt brings some bytes; a file with the wrong SHA-256 is fetched once more from its first byte.
 * Rejects with StoreError, or with the signal's reason.
 */
export async function download(
  { path, sha256 }: ModelFile,
  options: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { base, pieces, signal, onReceived = () => {} } = options;
  const { pausesMs = PAUSES_MS, silenceMs = SILENCE_MS } = options;
  const log = await openPieceLog(sha256, pieces);
  let pauses = [...pausesMs];
  let mostReceived = 0;
  let wrongBefore = false;
  for (;;) {
    try {
      const fromByte = log.receivedBytes;
      mostReceived = Math.max(mostReceived, fromByte);
      const asked = { fromByte, fresh: wrongBefore, silenceMs, signal };
      await receive(await request(`${base}${path}`, asked), log, silenceMs, onReceived);
    } catch (error) {
      await log.save();
      signal?.throwIfAborted();
      // A network that comes and goes gets on, if slowly; never twice over the same bytes.
      if (log.receivedBytes > mostReceived) pauses = [...pausesMs];
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
