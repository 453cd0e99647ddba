import { beforeEach, expect, it } from 'vitest';
import { filmOf } from '../../../src/app/store/film-state.ts';
import { isReduced } from '../../../src/app/store/packed-study.ts';
import type { ReaderStore } from '../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../src/app/store/reader-store.ts';
import { FakeAnalyser, fileSource, settle, shownFilm, shownStudy } from '../fakes.ts';

let analyser: FakeAnalyser;
let store: ReaderStore;

beforeEach(() => {
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
});

const filmAt = (index: number) => {
  const entry = store.getState().films.at(index);
  return entry ? filmOf(entry.state) : null;
};
const idAt = (index: number) => store.getState().films.at(index)?.id ?? -1;
const isWhole = () =>
  store.getState().films.map((_, index) => {
    const film = filmAt(index);
    return film !== null && !isReduced(film);
  });

async function read(...names: string[]): Promise<void> {
  store.getState().addFilms(names.map(fileSource));
  for (const name of names) {
    analyser.runs.at(-1)?.finish({ type: 'done', study: shownStudy(name) });
    await settle();
  }
}

it('keeps whole pictures only of films that are looked at', async () => {
  await read('a', 'b', 'c');
  expect(isWhole()).toEqual([true, false, false]);
  const reduced = filmAt(1);
  expect(reduced?.picture).toBe(reduced?.thumbnail);
});

it('gives a reduced film its lungs as they were found', async () => {
  await read('a', 'b');
  const state = store.getState().films.at(1)?.state;
  expect(state?.status === 'done' && state.study.lungs).toEqual(shownStudy('b').lungs);
});

it('decodes a film again when it is selected', async () => {
  await read('a', 'b');
  store.getState().selectFilm(idAt(1));
  expect(analyser.shows.map(({ source }) => source.name)).toEqual(['b']);
  analyser.shows[0]?.finish(shownFilm('b'));
  await settle();
  expect(isWhole()).toEqual([true, true]);
});

it('drops what it decoded for a film that is no longer selected', async () => {
  await read('a', 'b', 'c');
  store.getState().selectFilm(idAt(1));
  store.getState().selectFilm(idAt(2));
  expect(analyser.shows[0]?.signal.aborted).toBe(true);
  analyser.shows[0]?.finish(shownFilm('b'));
  await settle();
  expect(isWhole()).toEqual([true, false, false]);
});

it('holds no more than four pictures, however many films were looked at', async () => {
  await read('a', 'b', 'c', 'd', 'e', 'f');
  for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
    store.getState().selectFilm(idAt(index));
    analyser.shows.at(-1)?.finish(shownFilm(name));
    await settle();
  }
  expect(isWhole()).toEqual([false, false, true, true, true, true]);
});

it('leaves the thumbnail where the file is gone, and does not ask again and again', async () => {
  await read('a', 'b');
  store.getState().selectFilm(idAt(1));
  analyser.shows[0]?.finish(null);
  await settle();
  store.getState().setHeatOpacity(0.5);
  expect(analyser.shows).toHaveLength(1);
  expect(isWhole()).toEqual([true, false]);
});
