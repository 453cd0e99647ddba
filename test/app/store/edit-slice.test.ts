import { beforeEach, expect, it } from 'vitest';
import type { FilmEntry } from '../../../src/app/store/film-state.ts';
import { currentEdit } from '../../../src/app/store/mask-edit.ts';
import type { ReaderStore } from '../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../src/app/store/reader-store.ts';
import { perLabel } from '../../../src/models/labels.ts';
import { FakeAnalyser, fileSource, READY, settle, shownFilm, shownStudy } from '../fakes.ts';

const EDITED = { width: 1, height: 1, data: Uint8Array.of(0) };
const OTHER = { width: 1, height: 2, data: Uint8Array.of(1, 0) };

let analyser: FakeAnalyser;
let store: ReaderStore;
let id: number;

/** What the classifier says inside other lungs. */
const within = (lungs: typeof EDITED, p: number) => ({
  ...shownStudy('a'),
  lungs,
  rawLungs: null,
  lungsEdited: true,
  probabilities: perLabel(() => p),
});
const entry = () => store.getState().films.at(0) as FilmEntry;
const study = () => {
  const { state } = entry();
  if (state.status !== 'done') throw new Error('not done');
  return state.study;
};
const edit = () => currentEdit(store.getState().edits, entry());
const finish = async (index: number, lungs: typeof EDITED, p: number) => {
  analyser.comparison(index).finish({ type: 'done', study: within(lungs, p) });
  await settle();
};

beforeEach(async () => {
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
  analyser.tellModels(READY);
  store.getState().addFilms([fileSource('a')]);
  analyser.run(0).onEvent({ type: 'decoded', film: shownFilm('a') });
  analyser.run(0).finish({ type: 'done', study: shownStudy('a') });
  await settle();
  id = entry().id;
});

it('reads the film inside the edited lungs by the classifier that read it, and says so', async () => {
  store.getState().chooseClassifier('another');
  store.getState().editLungs(id, EDITED);
  const { request } = analyser.comparison(0);
  expect(request).toMatchObject({
    lungs: EDITED,
    lungsEdited: true,
    said: { gateOverridden: [], warnings: [] },
    classifier: 'classifier-b',
  });
  expect(edit()?.status).toBe('running');
  expect(study().lungsEdited).toBe(false);
  await finish(0, EDITED, 0.2);
  expect(study()).toMatchObject({ lungsEdited: true, lungs: EDITED });
  expect(study().rawLungs).toEqual(shownStudy('a').rawLungs);
  expect(edit()).toMatchObject({ status: 'ready', problem: null, tookMs: expect.any(Number) });
  expect(edit()?.model.lungsEdited).toBe(false);
});

it('comes back to the model’s reading by undo at once, and to the edited one by redo', async () => {
  store.getState().editLungs(id, EDITED);
  await finish(0, EDITED, 0.2);
  store.getState().undoEdit(id);
  expect(study()).toEqual(shownStudy('a'));
  expect(analyser.comparisons).toHaveLength(1);
  store.getState().redoEdit(id);
  await finish(1, EDITED, 0.2);
  expect(study().lungsEdited).toBe(true);
  store.getState().resetLungs(id);
  expect(study().lungsEdited).toBe(false);
  store.getState().undoEdit(id);
  expect(analyser.comparison(2).request.lungs).toEqual(EDITED);
});

it('drops what an earlier stroke gave when a later one is under way', async () => {
  store.getState().editLungs(id, EDITED);
  store.getState().editLungs(id, OTHER);
  expect(analyser.comparison(0).signal.aborted).toBe(true);
  await finish(1, OTHER, 0.3);
  await finish(0, EDITED, 0.9);
  expect(study().lungs).toEqual(OTHER);
});

it('keeps the earlier reading where the lungs are refused', async () => {
  const problem = { code: 'no-lungs', message: 'None.', advice: 'Take another.' };
  store.getState().editLungs(id, EDITED);
  analyser.comparison(0).finish({ type: 'refused', problem, lungs: EDITED });
  await settle();
  expect(study()).toEqual(shownStudy('a'));
  expect(edit()).toMatchObject({ problem, status: 'ready' });
  expect(edit()?.history.mask).toEqual(EDITED);
});

it('forgets a correction when the film is read anew, and reads anew what it cannot reset', async () => {
  store.getState().editLungs(id, EDITED);
  await finish(0, EDITED, 0.2);
  store.getState().rerunFilms([id]);
  analyser.run(1).finish({ type: 'done', study: { ...within(EDITED, 0.4), film: shownFilm('a') } });
  await settle();
  expect(edit()).toBeNull();
  // Edited before the page was loaded: the networks' lungs are not known.
  store.getState().resetLungs(id);
  expect(analyser.runs).toHaveLength(3);
});
