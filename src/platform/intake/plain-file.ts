import type { IntakeFile } from './intake-file.ts';

/** A file as the browser hands it over, with the folders that it was dropped or chosen in. */
export interface BroughtFile {
  readonly file: Blob;
  readonly path: string;
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** The folder that was dropped is no part of the path; a file in none was chosen itself. */
export function plainFile({ file, path }: BroughtFile): IntakeFile {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const chosen = parts.length < 2;
  const below = (chosen ? parts : parts.slice(1)).join('/');
  return {
    path: below,
    size: file.size,
    chosen,
    source: { kind: 'file', name: below, blob: file },
    head: (length) => bytesOf(file.slice(0, length)),
    whole: () => bytesOf(file),
  };
}
