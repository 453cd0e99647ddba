import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCard } from '../../src/models/card.ts';
import { parseGraphModel, weightBytes } from '../../src/models/graph-model-json.ts';
import { parseShelf, ROLES, type Shelf, type ShelfRole } from '../../src/models/shelf.ts';

/** What each classifier is for; one that is not here has no place on the shelf. */
const ROLE_OF: Readonly<Record<string, ShelfRole>> = {
  'ma-resnet50': 'default',
  'ma-resnet34-half': 'fast',
  resnet50: 'comparison',
};

async function readModel(folder: string, id: string) {
  const path = join(folder, id, 'card.json');
  const card = parseCard(JSON.parse(await readFile(path, 'utf8')), path);
  if (card.id !== id) throw new Error(`${path} is the card of "${card.id}"`);
  const model = join(folder, id, 'model.json');
  return { card, bytes: weightBytes(parseGraphModel(await readFile(model), model)) };
}

function roleOf(id: string): ShelfRole {
  const role = ROLE_OF[id];
  if (!role) throw new Error(`"${id}" has no role on the shelf; give it one in tools/shelf`);
  return role;
}

/** The shelf of the models in a folder of folders, by their cards. Throws where it is not one. */
export async function makeShelf(folder: string): Promise<Shelf> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const models = await Promise.all(ids.map((id) => readModel(folder, id)));
  const segmenters = models.filter(({ card }) => card.kind === 'segmenter');
  if (segmenters.length !== 1) throw new Error(`${folder} has ${segmenters.length} segmenters`);
  const classifiers = models
    .filter(({ card }) => card.kind === 'classifier')
    .map(({ card: { id }, bytes }) => ({ id, role: roleOf(id), bytes }))
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  const [check, ...more] = models.filter(({ card }) => card.kind === 'film-check');
  if (more.length > 0) throw new Error(`${folder} has more than one film check`);
  return parseShelf(
    {
      schema: 1,
      segmenter: segmenters[0]?.card.id,
      ...(check && { filmCheck: check.card.id }),
      classifiers,
    },
    folder,
  );
}
