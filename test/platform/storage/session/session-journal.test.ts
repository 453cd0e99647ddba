import { beforeEach, expect, it, vi } from 'vitest';
import {
  type JournalFilm,
  SessionJournal,
} from '../../../../src/platform/storage/session/session-journal.ts';
import { freshIndexedDb } from '../../fresh-indexed-db.ts';

beforeEach(freshIndexedDb);

const open = (shape = 1, onGone = () => {}) => SessionJournal.open<string>(shape, onGone);

function film(id: number, more: Partial<JournalFilm> = {}): JournalFilm {
  const blob = new Blob([`film ${id}`]);
  return { id, addedAt: id * 100, extension: '.dcm', blob, dicom: null, window: null, ...more };
}

it('gives back what was written, to a page that opens it again', async () => {
  const before = await open();
  await before.putFilm(film(1));
  await before.putFilm(film(2, { blob: null, extension: '', window: 3 }));
  await before.putResult(2, 'found');
  await before.putScreen({ selectedId: 2, paused: true });

  const { films, results, screen } = await (await open()).read();
  expect(
    films.map(({ id, addedAt, extension, window }) => [id, addedAt, extension, window]),
  ).toEqual([
    [1, 100, '.dcm', null],
    [2, 200, '', 3],
  ]);
  expect(await films[0]?.blob?.text()).toBe('film 1');
  expect(films[1]?.blob).toBeNull();
  expect([...results]).toEqual([[2, 'found']]);
  expect(screen).toEqual({ selectedId: 2, paused: true });
});

it('holds back results of another shape, and keeps their films', async () => {
  const older = await open(1);
  await older.putFilm(film(1));
  await older.putResult(1, 'of the older shape');
  const { films, results } = await (await open(2)).read();
  expect(films).toHaveLength(1);
  expect(results.size).toBe(0);
});

it('writes no result of a film that it does not have', async () => {
  const journal = await open();
  await journal.putResult(7, 'of nothing');
  await journal.putFilm(film(7));
  expect((await journal.read()).results.size).toBe(0);
});

it('changes the window of a film, and forgets what was found through the earlier one', async () => {
  const journal = await open();
  await journal.putFilm(film(1));
  await journal.putResult(1, 'through the first window');
  await journal.setWindow(1, 2);
  await journal.setWindow(9, 2);
  const { films, results } = await journal.read();
  expect(films.map(({ id, window }) => [id, window])).toEqual([[1, 2]]);
  expect(await films[0]?.blob?.text()).toBe('film 1');
  expect(results.size).toBe(0);
});

it('takes films away with their results: by number, by age, all', async () => {
  const journal = await open();
  for (const id of [1, 2, 3, 4]) {
    await journal.putFilm(film(id));
    await journal.putResult(id, `found ${id}`);
  }
  await journal.dropResult(4);
  await journal.remove([2]);
  // Film 3 came at 300, which is not before 300.
  await journal.removeBefore(300);
  const left = await journal.read();
  expect(left.films.map(({ id }) => id)).toEqual([3, 4]);
  expect([...left.results]).toEqual([[3, 'found 3']]);

  await journal.putScreen({ selectedId: 3, paused: false });
  await journal.wipe();
  expect(await journal.read()).toEqual({ films: [], results: new Map(), screen: null });
});

it('lets go and says so when somebody takes the storage away', async () => {
  const onGone = vi.fn();
  const journal = await open(1, onGone);
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('manet-session');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  expect(onGone).toHaveBeenCalledOnce();
  await expect(journal.putFilm(film(1))).rejects.toMatchObject({ name: 'InvalidStateError' });
});
