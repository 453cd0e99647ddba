import { toHex } from './hex.ts';

/** SHA-256 in hexadecimal, as cards give it. Needs a page by https or on localhost. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
