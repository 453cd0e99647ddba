import { CodedError } from '../../errors/coded-error.ts';
import { inEnglish } from '../../errors/english.ts';
import type { FilmSource } from './film-source.ts';
import { readEntry } from './zip/read-entry.ts';

/** A file was there when it was chosen and is not any more. */
class UnreadableFileError extends CodedError<'unreadable-file'> {}

/** The bytes of a film that comes from a file, unpacked where it lies in an archive. Throws CodedError. */
export async function readSource(
  source: Exclude<FilmSource, { readonly kind: 'demo' }>,
): Promise<Uint8Array> {
  try {
    if (source.kind === 'packed') return await readEntry(source.archive, source.entry);
    return new Uint8Array(await source.blob.arrayBuffer());
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new UnreadableFileError(...inEnglish({ code: 'unreadable-file' }, { cause }));
  }
}
