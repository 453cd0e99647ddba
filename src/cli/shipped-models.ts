import { fileURLToPath } from 'node:url';
import { readShelf } from '../models/read-shelf.ts';
import { requireOnShelf, ShelfError } from '../models/shelf.ts';
import { UsageError } from './args.ts';
import { folderSource } from './folder-source.ts';

/** The folder of the shipped networks. */
export const SHIPPED_MODELS = fileURLToPath(new URL('../../public/models/', import.meta.url));

/** Throws UsageError, which names those there are, unless the app ships a classifier of that name. */
export async function requireShipped(classifier: string): Promise<void> {
  const shelf = await readShelf(folderSource(SHIPPED_MODELS));
  try {
    requireOnShelf(shelf, classifier);
  } catch (error) {
    if (!(error instanceof ShelfError)) throw error;
    throw new UsageError(`--classifier: ${error.message} ${error.advice}`);
  }
}
