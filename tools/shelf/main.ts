/** npm run shelf: writes public/models/shelf.json from the models that are there. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeShelf } from './make-shelf.ts';

const MODELS = join(import.meta.dirname, '..', '..', 'public', 'models');

const shelf = await makeShelf(MODELS);
const path = join(MODELS, 'shelf.json');
await writeFile(path, `${JSON.stringify(shelf, null, 2)}\n`);
for (const { id, role, bytes } of shelf.classifiers) {
  console.log(`${id.padEnd(16)} ${role.padEnd(12)} ${(bytes / 1e6).toFixed(1)} MB`);
}
