import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BroughtFile } from '../../../src/platform/intake/plain-file.ts';

/** Written by training/manet/golden/intake.py. */
const FOLDER = fileURLToPath(new URL('../../golden/intake/', import.meta.url));

interface GoldenIntake {
  /** What the archives hold, in their order. */
  readonly files: Readonly<Record<string, { readonly size: number; readonly sha256: string }>>;
  /** Pictures of the disc in the order of pydicom's walk through its index. */
  readonly disc: { readonly images: readonly (readonly string[])[] };
}

export const GOLDEN_INTAKE: GoldenIntake = JSON.parse(
  readFileSync(join(FOLDER, 'index.json'), 'utf8'),
);

export const goldenBytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join(FOLDER, name)));

export const goldenBlob = (name: string): Blob => new Blob([goldenBytes(name)]);

/** A folder below the golden ones, as a browser hands over one that was dropped. */
export async function goldenFolder(name: string): Promise<BroughtFile[]> {
  const folder = join(FOLDER, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { file: await openAsBlob(path), path: `/${name}/${relative(folder, path)}` };
      }),
  );
}
