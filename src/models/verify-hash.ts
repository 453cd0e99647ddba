import { sha256Hex } from '../bytes/sha256.ts';
import { inEnglish } from '../errors/english.ts';
import { ModelError } from './model-error.ts';

/** Throws ModelError 'hash-mismatch' unless the bytes have the SHA-256 given in hexadecimal. */
export async function verifyHash(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  expected: string | undefined,
): Promise<void> {
  // Browsers offer Web Crypto to https and localhost only.
  if (!globalThis.crypto?.subtle) {
    throw new ModelError(...inEnglish({ code: 'insecure-page' }));
  }
  if ((await sha256Hex(bytes)) === expected) return;
  throw new ModelError(
    'hash-mismatch',
    `The model file ${path} is damaged or not the one that belongs here.`,
    'Reload the app; if the message stays, its files on the server are damaged.',
  );
}
