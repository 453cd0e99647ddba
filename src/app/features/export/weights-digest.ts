import { sha256Hex } from '../../../bytes/sha256.ts';

/**
 * One hash for all files of a network: what `LC_ALL=C sha256sum * | sha256sum` says in a folder that
 * holds the files of its card and nothing else. `files` are SHA-256 by file name.
 */
export function weightsDigest(files: Readonly<Record<string, string>>): Promise<string> {
  const lines = Object.keys(files)
    .sort()
    .map((name) => `${files[name]}  ${name}\n`);
  return sha256Hex(new TextEncoder().encode(lines.join('')));
}
