import { sha256Hex } from '../../../bytes/sha256.ts';
import { toProblem } from '../../../errors/problem.ts';
import type { BlobCache } from './blob-cache.ts';
import type { ModelFile } from './card-files.ts';
import { type DownloadOptions, download } from './download.ts';
import { StoreError } from './store-error.ts';
import type { StoreNews } from './store-news.ts';

export interface ModelStoreParts extends Pick<DownloadOptions, 'base' | 'pieces' | 'pausesMs'> {
  /** Whole, verified files by their SHA-256; null where there is no disk. */
  readonly files: BlobCache | null;
  readonly tell?: (news: StoreNews) => void;
  /** Runs one task of a name at a time, over all tabs. */
  readonly alone?: <T>(
    name: string,
    signal: AbortSignal | undefined,
    task: () => Promise<T>,
  ) => Promise<T>;
}

export interface ModelStore {
  /** A file from the disk or else from the server, verified either way, and kept. */
  obtain(file: ModelFile, options?: ObtainOptions): Promise<Uint8Array<ArrayBuffer>>;
}

interface ObtainOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the size of every piece that is new. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** A verified file, or null. A file that is damaged on disk is taken away. */
export async function readVerified(
  files: BlobCache | null,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = (await files?.read(sha256)) ?? null;
    if (!bytes || (await sha256Hex(bytes)) === sha256) return bytes;
    await files?.remove(sha256);
  } catch {
    // A disk that cannot be read is as good as none.
  }
  return null;
}

function whyNotKept(path: string, cause: unknown): StoreError {
  const full = cause instanceof Error && cause.name === 'QuotaExceededError';
  return new StoreError(
    'no-space',
    full
      ? `The browser gives this app too little space to keep ${path}.`
      : `The browser could not keep ${path}.`,
    'Films can be read as long as this page stays open. To read without network, free some disk space, or leave private browsing, and load the app again.',
    { cause },
  );
}

/** Keeps model files by what is in them: the same file is never stored twice, and never half. */
export function createModelStore(parts: ModelStoreParts): ModelStore {
  const { files, tell = () => {}, alone = (_name, _signal, task) => task() } = parts;

  async function keep({ path, sha256 }: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!files) return;
    try {
      await files.write(sha256, bytes);
      tell({ type: 'kept', path });
    } catch (error) {
      tell({ type: 'not-kept', problem: toProblem(whyNotKept(path, error)) });
    }
  }

  return {
    obtain(file, { signal, onBytes } = {}) {
      let counted = 0;
      // A download that starts over counts again only what is beyond the earlier attempt.
      const onReceived = (bytes: number) => {
        if (bytes > counted) onBytes?.(bytes - counted);
        counted = Math.max(counted, bytes);
      };
      return alone(file.sha256, signal, async () => {
        const known = await readVerified(files, file.sha256);
        if (known) {
          onReceived(known.byteLength);
          return known;
        }
        const bytes = await download(file, { ...parts, signal, onReceived });
        await keep(file, bytes);
        return bytes;
      });
    },
  };
}
