import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gatherFilms } from '../../../src/platform/intake/gather-films.ts';
import type { BroughtFile } from '../../../src/platform/intake/plain-file.ts';
import { readSource } from '../../../src/platform/intake/read-source.ts';
import { readGolden } from '../decode/golden-pictures.ts';
import { GOLDEN_INTAKE, goldenBlob, goldenFolder } from './golden-intake.ts';

const png = readGolden('grey8.png') as Uint8Array<ArrayBuffer>;
const file = (path: string, contents: Uint8Array | string = png): BroughtFile => ({
  path,
  file: new Blob([contents as Uint8Array<ArrayBuffer>]),
});

async function outcome(...brought: BroughtFile[]) {
  const { films, skipped } = await gatherFilms(brought);
  return {
    films: films.map(({ name }) => name),
    skipped: Object.fromEntries(skipped.map(({ path, reason }) => [path, reason])),
  };
}

describe('what was brought', () => {
  test('single files keep their order and are all taken, films or not', async () => {
    expect(await outcome(file('./b.png'), file('letter.txt', 'Dear'), file('a.png'))).toEqual({
      films: ['b.png', 'letter.txt', 'a.png'],
      skipped: {},
    });
  });

  test('of a folder the films are taken, in the order in which people count', async () => {
    const folder = [
      file('/case/film 10.png'),
      file('/case/film 9.png'),
      file('/case/deep/er/one.png'),
      file('/case/notes.txt', 'Dear colleague'),
      file('/case/.DS_Store', 'x'),
      file('/case/empty.dcm', ''),
      file('/case/scan.pdf', '%PDF-1.7'),
      file('/case/page.dcm', '<!doctype html>'),
    ];
    expect(await outcome(...folder)).toEqual({
      films: ['deep/er/one.png', 'film 9.png', 'film 10.png'],
      skipped: {
        '.DS_Store': 'system',
        'empty.dcm': 'empty',
        'notes.txt': 'not-a-film',
        'page.dcm': 'not-a-film',
        'scan.pdf': 'unsupported',
      },
    });
  });

  test('a file that is gone is skipped', async () => {
    const gone = new Blob(['x']);
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) as never;
    expect((await outcome({ path: '/a/b.dcm', file: gone })).skipped).toEqual({
      'b.dcm': 'unreadable',
    });
  });

  test('progress is told, and an abort ends it with its reason', async () => {
    const many = Array.from({ length: 100 }, (_, i) => file(`/f/${i}.png`));
    const seen: number[] = [];
    await gatherFilms(many, { onProgress: (at) => seen.push(at) });
    expect(seen).toEqual([0, 32, 64, 96]);
    const reason = new Error('enough');
    await expect(gatherFilms(many, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('archives', () => {
  test('films in them are taken, the rest is told with its place', async () => {
    const archive = { path: './films.zip', file: goldenBlob('deflated.zip') };
    expect(await outcome(file('first.png'), archive)).toEqual({
      films: [
        'first.png',
        'films/deep/er/black.png',
        'films/film 2.png',
        'films/film 10.png',
        'radiografía/tórax.png',
      ],
      skipped: {
        'films.zip/__MACOSX/films/._film 2.png': 'system',
        'films.zip/empty.dcm': 'empty',
        'films.zip/page.dcm': 'not-a-film',
        'films.zip/read me.txt': 'not-a-film',
      },
    });
  });

  test('a film is unpacked when its turn comes', async () => {
    const { films } = await gatherFilms([{ path: 'a.zip', file: goldenBlob('zip64.zip') }]);
    for (const source of films) {
      if (source.kind !== 'packed') throw new Error('not packed');
      const { size } = GOLDEN_INTAKE.files[source.name] ?? {};
      expect((await readSource(structuredClone(source))).length).toBe(size);
    }
  });

  test('what cannot be opened is told and stops nothing', async () => {
    const bad = (name: string) => ({ path: `/cd/${name}`, file: goldenBlob(name) });
    const torn = { path: '/cd/torn.zip', file: goldenBlob('deflated.zip').slice(0, 900) };
    const found = await outcome(torn, bad('nested.zip'), bad('bzip2.zip'), file('/cd/z.png'));
    expect(found).toEqual({
      films: ['film.png', 'z.png'],
      skipped: {
        'bzip2.zip/film.png': 'unsupported-packing',
        'nested.zip/more/inner.zip': 'archive-in-archive',
        'torn.zip': 'damaged-archive',
      },
    });
    const locked = await outcome(bad('encrypted.zip'));
    expect(locked.films).toEqual([]);
    expect(locked.skipped['encrypted.zip/films/film 2.png']).toBe('encrypted');
  });

  test('an archive of nothing but other files adds no film', async () => {
    const notes = zipSync({ 'a.txt': strToU8('a'), 'b.txt': strToU8('b') });
    expect((await outcome(file('notes.zip', notes))).films).toEqual([]);
  });
});

describe('a disc with a DICOMDIR', () => {
  test('is read in the order of its index; what that does not know follows', async () => {
    const { films, skipped } = await gatherFilms(await goldenFolder('disc'));
    const indexed = GOLDEN_INTAKE.disc.images.map((parts) => parts.join('/'));
    expect(indexed).not.toEqual(indexed.toSorted());
    const names = films.map(({ name }) => name);
    expect(names.filter((name) => name !== 'EXTRA.dcm')).toEqual(indexed);
    expect(names).toContain('EXTRA.dcm');
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      'AUTORUN.INF': 'not-a-film',
      DICOMDIR: 'index',
      'PT000001/ST000000/SE000001/SR000000': 'dicom-without-film',
    });
  });

  test('inside folders of a ZIP, with names in small letters, and with a picture missing', async () => {
    const files: Record<string, Uint8Array> = {};
    for (const { file: blob, path } of await goldenFolder('disc')) {
      const small = path.endsWith('DICOMDIR') ? path : path.toLowerCase();
      files[`backup${small}`] = new Uint8Array(await blob.arrayBuffer());
    }
    const [first = [], ...rest] = GOLDEN_INTAKE.disc.images.map((parts) => parts.join('/'));
    delete files[`backup/disc/${String(first).toLowerCase()}`];
    const { films, skipped } = await gatherFilms([file('cd.zip', zipSync(files))]);
    const names = films.map(({ name }) => name).filter((name) => !name.endsWith('extra.dcm'));
    expect(names).toEqual(rest.map((path) => `backup/disc/${path.toLowerCase()}`));
    expect(skipped).toContainEqual({
      path: `cd.zip/backup/disc/${first}`,
      reason: 'missing',
    });
  });

  test('a damaged index loses no film', async () => {
    const disc = await goldenFolder('disc');
    const torn = disc.map((one) =>
      one.path.endsWith('DICOMDIR') ? { ...one, file: one.file.slice(0, 900) } : one,
    );
    const { films } = await gatherFilms(torn);
    expect(films).toHaveLength(GOLDEN_INTAKE.disc.images.length + 1);
  });
});
