import { sha256Hex } from '../../../bytes/sha256.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { readSource } from '../../../platform/intake/read-source.ts';

/**
 * SHA-256 of the file a film came from; null for the film that the program draws, which has none.
 * Throws CodedError for a file that is gone from its place.
 */
export async function sourceHash(source: FilmSource): Promise<string | null> {
  if (source.kind === 'demo') return null;
  return sha256Hex(new Uint8Array(await readSource(source)));
}
