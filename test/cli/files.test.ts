import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFiles } from '../../src/cli/list-files.ts';
import { createPictureNames } from '../../src/cli/name-pictures.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-files-'));
  await mkdir(join(folder, 'b', 'deep'), { recursive: true });
  for (const file of ['c.png', 'a.png', 'README.txt', 'b/x.png', 'b/deep/x.png']) {
    await writeFile(join(folder, file), 'x');
  }
  await symlink(join(folder, 'a.png'), join(folder, 'd.png'));
  await symlink(folder, join(folder, 'b', 'circle'));
});
afterAll(() => rm(folder, { recursive: true }));

async function list(...paths: string[]) {
  const listed: { path: string; below: string }[] = [];
  for await (const file of listFiles(paths)) listed.push(file);
  return listed;
}

test('folders are walked by name, arguments keep their order, links in a circle end', async () => {
  const below = ['README.txt', 'a.png', 'b/deep/x.png', 'b/x.png', 'c.png', 'd.png'];
  expect(await list(join(folder, 'c.png'), folder, 'no/such.png')).toEqual([
    { path: join(folder, 'c.png'), below: 'c.png' },
    ...below.map((name) => ({ path: join(folder, name), below: name })),
    { path: 'no/such.png', below: 'such.png' },
  ]);
});

test('no two films share a name for their pictures', () => {
  const nameOf = createPictureNames();
  const given = ['x.png', 'a/x.png', 'x.jpg', 'X.PNG', 'x.png', 'x.png', 'noending', 'x.1.png'];
  expect(given.map(nameOf)).toEqual([
    'x',
    'a/x',
    'x.jpg',
    'X.PNG',
    'x.png-2',
    'x.png-3',
    'noending',
    'x.1',
  ]);
});
