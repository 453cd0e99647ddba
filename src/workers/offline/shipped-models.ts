import type { BlobCache } from '../../platform/storage/models/blob-cache.ts';
import { cardFiles, type ModelFile } from '../../platform/storage/models/card-files.ts';
import { checkFiles, type Presence } from '../../platform/storage/models/check-files.ts';
import type { ModelStore } from '../../platform/storage/models/model-store.ts';
import { removeUnreferenced } from '../../platform/storage/models/remove-unreferenced.ts';

export interface ShippedModelsParts {
  /** Folders of the networks that are needed to read films. */
  readonly folders: readonly string[];
  /** Every folder of this version that has a card, needed or not. */
  readonly allFolders: readonly string[];
  /** The card.json of a folder, as this version of the app ships it; null where it is lost. */
  readonly readCard: (folder: string) => Promise<Uint8Array | null>;
  readonly store: ModelStore;
  readonly files: BlobCache | null;
  readonly pieces: BlobCache | null;
}

/** The networks that belong to this version of the app. */
export class ShippedModels {
  readonly #parts: ShippedModelsParts;

  constructor(parts: ShippedModelsParts) {
    this.#parts = parts;
  }

  /** Every file that the cards vouch for; null where a card is missing, so that nobody knows. */
  async #listed(folders: readonly string[]): Promise<ModelFile[] | null> {
    const all: ModelFile[] = [];
    for (const folder of folders) {
      const card = await this.#parts.readCard(folder);
      const listed = card && cardFiles(folder, card);
      if (!listed) return null;
      all.push(...listed);
    }
    return all;
  }

  /** Counts the files that are here; with `verify`, those whose contents are right. */
  async check(verify: boolean): Promise<Presence | null> {
    const needed = await this.#listed(this.#parts.folders);
    return needed && checkFiles(needed, this.#parts.files, verify);
  }

  /** Downloads what is not here yet, beside the files of the version in use. */
  async fetchMissing(): Promise<void> {
    for (const file of (await this.#listed(this.#parts.folders)) ?? [])
      await this.#parts.store.obtain(file);
  }

  /** Removes other versions' files, if and only if this version's are whole. */
  async tidy(): Promise<void> {
    const { allFolders, files, pieces } = this.#parts;
    const known = await this.#listed(allFolders);
    const found = await this.check(false);
    if (known && found?.present === found?.needed) await removeUnreferenced(known, [files, pieces]);
  }
}
