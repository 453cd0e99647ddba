import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { expandArchive } from '../../src/cli/expand-archive.ts';
import { GOLDEN_INTAKE } from '../platform/intake/golden-intake.ts';

const golden = (name: string) =>
  fileURLToPath(new URL(`../golden/intake/${name}`, import.meta.url));

async function expand(name: string) {
  const path = golden(name);
  const told: string[] = [];
  const films = [];
  for await (const film of expandArchive({ path, below: name }, (line) => told.push(line))) {
    films.push(film);
  }
  return { films, told, path };
}

test('an archive stands for its films, and the rest is told', async () => {
  const { films, told, path } = await expand('deflated.zip');
  expect(films.map(({ below }) => below)).toEqual([
    'deflated.zip/films/deep/er/black.png',
    'deflated.zip/films/film 2.png',
    'deflated.zip/films/film 10.png',
    'deflated.zip/radiografía/tórax.png',
  ]);
  const bytes = await films[1]?.read?.();
  const sha256 = createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
  expect(sha256).toBe(GOLDEN_INTAKE.files['films/film 2.png']?.sha256);
  expect(told).toContain(`${path}/read me.txt: skipped, not-a-film`);
});

test.each(['disc/EXTRA.dcm', 'none-such'])('%s stands for itself', async (name) => {
  const { films, told, path } = await expand(name);
  expect(films).toEqual([{ path, below: name }]);
  expect(told).toEqual([]);
});
