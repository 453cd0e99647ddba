import {
  type Card,
  type ClassifierCard,
  type FilmCheckCard,
  parseCard,
  type SegmenterCard,
} from './card.ts';
import { ModelError } from './model-error.ts';
import type { ModelSource, ReadOptions } from './model-source.ts';
import { readJson } from './read-json.ts';
import { parseShelf, type Shelf, type ShelfRole } from './shelf.ts';

export interface ShelvedClassifier {
  readonly role: ShelfRole;
  /** Size of its weights. */
  readonly bytes: number;
  readonly card: ClassifierCard;
}

/** The shelf with all its cards; the default classifier comes first. */
export interface ShelfCards {
  readonly segmenter: SegmenterCard;
  /** Null or absent where films are not checked by a network. */
  readonly filmCheck?: FilmCheckCard | null;
  readonly classifiers: readonly ShelvedClassifier[];
}

type Options = Pick<ReadOptions, 'signal'>;

/** Reads shelf.json. Throws ShelfError, what the source throws, or the signal's reason. */
export async function readShelf(source: ModelSource, options: Options = {}): Promise<Shelf> {
  return parseShelf(await readJson(source, 'shelf.json', options), 'shelf.json');
}

/** Reads shelf.json and every card. Throws as `readShelf` does, CardError or ModelError. */
export async function readShelfCards(
  source: ModelSource,
  options: Options = {},
): Promise<ShelfCards> {
  const shelf = await readShelf(source, options);
  const card = async <K extends Card['kind']>(id: string, kind: K) => {
    const path = `${id}/card.json`;
    const found = parseCard(await readJson(source, path, options), path);
    if (found.kind === kind && found.id === id) return found;
    throw new ModelError(
      'model-invalid',
      `${path} describes the ${found.kind} "${found.id}", the ${kind} "${id}" belongs there.`,
      'Put the model files back into their own folders.',
    );
  };
  const [segmenter, filmCheck, ...classifiers] = await Promise.all([
    card(shelf.segmenter, 'segmenter'),
    shelf.filmCheck === undefined ? null : card(shelf.filmCheck, 'film-check'),
    ...shelf.classifiers.map(async ({ id, role, bytes }) => ({
      role,
      bytes,
      card: (await card(id, 'classifier')) as ClassifierCard,
    })),
  ]);
  return {
    segmenter: segmenter as SegmenterCard,
    filmCheck: filmCheck as FilmCheckCard | null,
    classifiers,
  };
}
