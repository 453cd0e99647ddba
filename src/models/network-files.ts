import {
  type Card,
  type ClassifierCard,
  type FilmCheckCard,
  parseCard,
  type SegmenterCard,
} from './card.ts';
import { type GraphModelJson, parseGraphModel, weightBytes } from './graph-model-json.ts';
import { ModelError } from './model-error.ts';
import type { ModelSource } from './model-source.ts';
import { readJson } from './read-json.ts';
import { verifyHash } from './verify-hash.ts';

/** A network's card and verified files, in memory. */
export interface NetworkFiles<C extends Card = Card> {
  readonly card: C;
  readonly model: GraphModelJson;
  /** The shards in the order of the manifest. */
  readonly shards: readonly ArrayBuffer[];
}

export interface AllNetworks {
  readonly segmenter: NetworkFiles<SegmenterCard>;
  readonly classifier: NetworkFiles<ClassifierCard>;
  readonly filmCheck: NetworkFiles<FilmCheckCard> | null;
}

export interface LoadOptions {
  readonly source: ModelSource;
  readonly signal?: AbortSignal | undefined;
  /** Never decreases; ends with both numbers equal. */
  readonly onBytes?: ((loadedBytes: number, totalBytes: number) => void) | undefined;
}

/** Folder names of the networks. */
export interface NetworkFolders {
  readonly segmenter: string;
  readonly classifier: string;
  /** Left out where films are not checked by a network. */
  readonly filmCheck?: string | undefined;
}

export interface LoadAllOptions extends LoadOptions {
  readonly folders: NetworkFolders;
}

type CardOf<K extends Card['kind']> = Extract<Card, { kind: K }>;

type Opened<C extends Card> = Omit<NetworkFiles<C>, 'shards'> & { readonly folder: string };

async function open<K extends Card['kind']>(
  kind: K,
  folder: string,
  { source, signal }: LoadOptions,
): Promise<Opened<CardOf<K>>> {
  const path = `${folder}/card.json`;
  const card = parseCard(await readJson(source, path, { signal }), path);
  if (card.kind !== kind) {
    throw new ModelError(
      'model-invalid',
      `${path} describes a ${card.kind}, a ${kind} belongs there.`,
      'Put the model files back into their own folders.',
    );
  }
  const modelPath = `${folder}/model.json`;
  const bytes = await source.readFile(modelPath, { signal });
  await verifyHash(modelPath, bytes, card.files['model.json']);
  const model = parseGraphModel(bytes, modelPath);
  return { folder, card: card as CardOf<K>, model };
}

async function readShards(
  { folder, card, model }: Opened<Card>,
  { source, signal }: LoadOptions,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer[]> {
  const names = model.weightsManifest.flatMap(({ paths }) => paths);
  return Promise.all(
    names.map(async (name) => {
      const path = `${folder}/${name}`;
      const bytes = await source.readFile(path, { signal, onBytes });
      await verifyHash(path, bytes, card.files[name]);
      return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    }),
  );
}

/** Adds up what arrives of `total` bytes and tells it; returns what takes each piece's size. */
function countBytes(total: number, { onBytes }: LoadOptions): (bytes: number) => void {
  let loaded = 0;
  onBytes?.(0, total);
  return (bytes) => {
    loaded += bytes;
    onBytes?.(Math.min(loaded, total), total);
  };
}

/**
 * Loads one network and checks every file against the hashes in its card.
 * Throws ModelError, CardError, or the signal's reason.
 */
export async function loadNetwork<K extends Card['kind']>(
  kind: K,
  folder: string,
  options: LoadOptions,
): Promise<NetworkFiles<CardOf<K>>> {
  const opened = await open(kind, folder, options);
  const total = weightBytes(opened.model);
  const shards = await readShards(opened, options, countBytes(total, options));
  options.onBytes?.(total, total);
  return { ...opened, shards };
}

/** As `loadNetwork`, all at once with their bytes counted together. */
export async function loadNetworks(options: LoadAllOptions): Promise<AllNetworks> {
  const { folders, onBytes } = options;
  const [segmenter, classifier, filmCheck] = await Promise.all([
    open('segmenter', folders.segmenter, options),
    open('classifier', folders.classifier, options),
    folders.filmCheck === undefined ? null : open('film-check', folders.filmCheck, options),
  ]);
  const opened = [segmenter, classifier, ...(filmCheck ? [filmCheck] : [])];
  const total = opened.reduce((sum, { model }) => sum + weightBytes(model), 0);
  const count = countBytes(total, options);
  const [segmenterShards, classifierShards, filmCheckShards] = await Promise.all([
    readShards(segmenter, options, count),
    readShards(classifier, options, count),
    filmCheck ? readShards(filmCheck, options, count) : [],
  ]);
  onBytes?.(total, total);
  return {
    segmenter: { ...segmenter, shards: segmenterShards },
    classifier: { ...classifier, shards: classifierShards },
    filmCheck: filmCheck && { ...filmCheck, shards: filmCheckShards },
  };
}
