import type { ModelSource } from '../../../models/model-source.ts';
import { cardFiles, type ModelFile } from './card-files.ts';
import type { ModelStore } from './model-store.ts';

const CARD = /^(.+)\/card\.json$/;

/**
 * A source that takes from the store whatever a card read from it vouches for. Cards themselves come
 * from `source`: they belong to the app's version, and its service worker serves them with the app.
 */
export function keptSource(source: ModelSource, store: ModelStore): ModelSource {
  const known = new Map<string, ModelFile>();
  return {
    async readFile(path, options) {
      const file = known.get(path);
      if (file) return store.obtain(file, options);
      const bytes = await source.readFile(path, options);
      const folder = CARD.exec(path)?.[1];
      for (const listed of (folder && cardFiles(folder, bytes)) || [])
        known.set(listed.path, listed);
      return bytes;
    },
  };
}
