import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../models/model-error.ts';
import type { ModelSource } from '../models/model-source.ts';

/** Model files below a folder. */
export function folderSource(folder: string): ModelSource {
  return {
    async readFile(path, { signal, onBytes }) {
      try {
        const bytes = await readFile(join(folder, path), { signal });
        onBytes?.(bytes.length);
        return new Uint8Array(bytes);
      } catch (cause) {
        signal?.throwIfAborted();
        throw new ModelError(
          'download-failed',
          `The model file ${path} cannot be read.`,
          `Check that the folder ${folder} is complete.`,
          { cause },
        );
      }
    },
  };
}
