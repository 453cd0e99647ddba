import { beforeEach, expect, it } from 'vitest';
import type { Comparison } from '../../../src/app/store/comparison.ts';
import type { ReaderStore } from '../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../src/app/store/reader-store.ts';
import { segmenterCard } from '../../pipeline/threshold-engine.ts';
import { FakeAnalyser, fileSource, settle, shownFilm, shownStudy } from '../fakes.ts';

const PROBLEM = { code: 'download-failed', message: 'Not there.', advice: 'Check.' };

let analyser: FakeAnalyser;
let store: ReaderStore;

beforeEach(async () => {
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
  store.getState().addFilms([fileSource('a'), fileSource('b')]);
  analyser.run(0).finish({ type: 'done', study: shownStudy('a') });
  await settle();
});

const idAt = (index: number) => store.getState().films.at(index)?.id ?? -1;
const comparison = (): Comparison | null => store.getState().films.at(0)?.comparison ?? null;
const compareWith = (classifier: string) => store.getState().compareWith(idAt(0), classifier);

it('sends the film, its lungs and the picture that is shown', () => {
  expect(comparison()).toBeNull();
  compareWith('plain');
  const { request, film } = analyser.comparison(0);
  expect(request).toEqual({
    source: store.getState().films.at(0)?.source,
    lungs: shownStudy('a').lungs,
    lungsEdited: false,
    said: { gateOverridden: [], warnings: [] },
    classifier: 'plain',
  });
  expect(film).toEqual(shownFilm('a'));
});

it('goes over download and reading to done', async () => {
  compareWith('plain');
  const loading = { status: 'loading', classifier: 'plain' };
  expect(comparison()).toEqual({ ...loading, download: null, fraction: 0 });
  const run = analyser.comparison(0);
  run.onEvent({ type: 'downloading', loadedBytes: 1, totalBytes: 2 });
  const download = { loadedBytes: 1, totalBytes: 2 };
  expect(comparison()).toEqual({ ...loading, download, fraction: 0 });
  run.onEvent({ type: 'progress', progress: { stage: 'explaining', fraction: 0.9 } });
  expect(comparison()).toEqual({ ...loading, download: null, fraction: 0.9 });
  run.finish({ type: 'done', study: shownStudy('a') });
  await settle();
  expect(comparison()).toEqual({ status: 'done', classifier: 'plain', study: shownStudy('a') });
  expect(store.getState().films.at(0)?.state.status).toBe('done');
});

it('says why it failed, was refused or broke, and can be asked for again', async () => {
  compareWith('plain');
  analyser.comparison(0).finish({ type: 'failed', problem: PROBLEM });
  await settle();
  expect(comparison()).toEqual({ status: 'failed', classifier: 'plain', problem: PROBLEM });
  compareWith('plain');
  const problem = { ...PROBLEM, code: 'unfamiliar' };
  analyser.comparison(1).finish({ type: 'refused', problem, lungs: null });
  await settle();
  expect(comparison()).toMatchObject({ status: 'failed', problem: { code: 'unfamiliar' } });
  compareWith('plain');
  analyser.comparison(2).break(new Error('boom'));
  await settle();
  expect(comparison()).toMatchObject({ status: 'failed', problem: { code: 'internal' } });
});

it('compares films that are done alone', () => {
  store.getState().compareWith(idAt(1), 'plain');
  store.getState().compareWith(99, 'plain');
  expect(analyser.comparisons).toEqual([]);
});

it('stops the old comparison for a new one, and drops what it still says', async () => {
  compareWith('plain');
  compareWith('fast');
  const [old, now] = [analyser.comparison(0), analyser.comparison(1)];
  expect(old.signal.aborted).toBe(true);
  old.onEvent({ type: 'downloading', loadedBytes: 9, totalBytes: 9 });
  old.finish({ type: 'done', study: shownStudy('a') });
  await settle();
  expect(comparison()).toMatchObject({ status: 'loading', classifier: 'fast', download: null });
  now.finish({ type: 'done', study: shownStudy('a') });
  await settle();
  expect(comparison()).toMatchObject({ status: 'done', classifier: 'fast' });
});

it('stops when it is put away, and when its film is taken away', async () => {
  compareWith('plain');
  store.getState().stopComparing(idAt(0));
  expect(analyser.comparison(0).signal.aborted).toBe(true);
  analyser.comparison(0).finish({ type: 'done', study: shownStudy('a') });
  await settle();
  expect(comparison()).toBeNull();
  compareWith('plain');
  store.getState().removeFilm(idAt(0));
  expect(analyser.comparison(1).signal.aborted).toBe(true);
});

it('knows the shelf, and passes the choice of a classifier on', () => {
  expect(store.getState().shelf).toEqual({ status: 'unloaded' });
  store.getState().loadShelf();
  expect(analyser.shelfLoads).toBe(1);
  expect(store.getState().shelf).toEqual({ status: 'loading' });
  const shelf = { status: 'ready', segmenter: segmenterCard, classifiers: [] } as const;
  analyser.tellShelf(shelf);
  expect(store.getState().shelf).toBe(shelf);
  expect(store.getState().chosenClassifier).toBeNull();
  store.getState().chooseClassifier('fast');
  expect(store.getState().chosenClassifier).toBe('fast');
  expect(analyser.chosen).toEqual(['fast']);
});
