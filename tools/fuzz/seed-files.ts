import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FUZZED = ['png', 'jpeg', 'webp', 'bmp', 'tiff', 'dicom', 'zip'] as const;
export type Fuzzed = (typeof FUZZED)[number];

export interface SeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const GOLDEN = fileURLToPath(new URL('../../test/golden/', import.meta.url));

/** Good files that independent programs wrote, one folder and one ending for each format. */
const WHERE: Readonly<Record<Fuzzed, readonly [folder: string, names: RegExp]>> = {
  png: ['decode', /\.png$/],
  jpeg: ['decode', /\.jpg$/],
  webp: ['decode', /\.webp$/],
  bmp: ['decode', /\.bmp$/],
  tiff: ['tiff', /\.tif$/],
  dicom: ['dicom', /\.dcm$/],
  zip: ['intake', /\.zip$/],
};

/** Larger ones would be mutated in their pixels alone, and take the time of many small ones. */
const MAX_BYTES = 100_000;

export function seedFiles(format: Fuzzed): readonly SeedFile[] {
  const [folder, names] = WHERE[format];
  return readdirSync(join(GOLDEN, folder))
    .filter((name) => names.test(name))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(GOLDEN, folder, name))) }))
    .filter(({ bytes }) => bytes.length <= MAX_BYTES);
}
