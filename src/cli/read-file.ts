import { readFile, stat } from 'node:fs/promises';
import { CodedError } from '../errors/coded-error.ts';

/** A film of 100 megapixels in 16-bit colour, unpacked, has 600 MB. */
const MAX_BYTES = 1_000_000_000;

export class FileError extends CodedError<
  'not-found' | 'not-a-file' | 'too-large' | 'cannot-read' | 'cannot-write'
> {}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** A regular file's bytes. Throws FileError, or the signal's reason. */
export async function readFilmFile(path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new FileError(
        'cannot-read',
        'The folder cannot be opened.',
        'Check your rights on it.',
      );
    }
    if (!found.isFile()) {
      throw new FileError('not-a-file', 'This is not a regular file.', 'Name a file or a folder.');
    }
    if (found.size > MAX_BYTES) {
      throw new FileError(
        'too-large',
        'The file has over 1 GB.',
        'Export the film at a smaller size.',
      );
    }
    return await readFile(path, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FileError) throw error;
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') {
      throw new FileError('not-found', 'There is no such file.', 'Check the path.');
    }
    throw new FileError(
      'cannot-read',
      `The file cannot be read (${codeOf(error)}).`,
      'Check that you may read it.',
      { cause: error },
    );
  }
}
