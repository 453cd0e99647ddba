import { beforeEach, describe, expect, it } from 'vitest';
import type { ReaderStore } from '../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../src/app/store/reader-store.ts';
import { FakeAnalyser, fileSource, READY, settle, shownFilm, shownStudy } from '../fakes.ts';

const PROBLEM = {
  code: 'corrupt-image',
  message: 'The file is damaged.',
  advice: 'Copy it again.',
};

let analyser: FakeAnalyser;
let store: ReaderStore;

beforeEach(() => {
  analyser = new FakeAnalyser();
  store = createReaderStore(analyser);
});

const add = (...names: string[]) => store.getState().addFilms(names.map(fileSource));
const statuses = () => store.getState().films.map(({ state }) => state.status);
const idAt = (index: number) => store.getState().films.at(index)?.id ?? -1;

describe('one film', () => {
  it('goes from decoding over both networks to done', async () => {
    analyser.tellModels(READY);
    add('a');
    const seen = [statuses()[0]];
    const run = analyser.run(0);
    run.onEvent({ type: 'decoded', film: shownFilm('a') });
    seen.push(statuses()[0]);
    for (const stage of ['segmenting', 'post-processing', 'classifying', 'explaining'] as const) {
      run.onEvent({ type: 'progress', progress: { stage, fraction: 0.5 } });
      seen.push(statuses()[0]);
    }
    const study = shownStudy('a');
    run.finish({ type: 'done', study });
    await settle();
    expect([...seen, statuses()[0]]).toEqual([
      'decoding',
      'segmenting',
      'segmenting',
      'segmenting',
      'classifying',
      'classifying',
      'done',
    ]);
    expect(store.getState().films.at(0)?.state).toEqual({ status: 'done', study });
  });

  it('shows its picture while the networks are still on their way', () => {
    analyser.tellModels({ status: 'loading', loadedBytes: 1, totalBytes: 2, startingOn: null });
    add('a');
    analyser.run(0).onEvent({ type: 'decoded', film: shownFilm('a') });
    expect(store.getState().films.at(0)?.state).toEqual({
      status: 'loading-models',
      film: shownFilm('a'),
    });
  });

  it('keeps its picture and its lungs when it is refused', async () => {
    add('a');
    const lungs = { width: 1, height: 1, data: Uint8Array.of(0) };
    analyser.run(0).onEvent({ type: 'decoded', film: shownFilm('a') });
    analyser.run(0).finish({ type: 'refused', problem: PROBLEM, lungs });
    await settle();
    expect(store.getState().films.at(0)?.state).toEqual({
      status: 'refused',
      film: shownFilm('a'),
      problem: PROBLEM,
      lungs,
    });
  });
});

describe('a queue of films', () => {
  it('is read in order, one at a time, and shows the first new film', async () => {
    add('a');
    add('b', 'c');
    expect(store.getState().selectedId).toBe(idAt(1));
    expect(statuses()).toEqual(['decoding', 'idle', 'idle']);
    analyser.run(0).finish({ type: 'done', study: shownStudy('a') });
    await settle();
    expect(statuses()).toEqual(['done', 'decoding', 'idle']);
    expect(analyser.runs.map(({ source }) => source.name)).toEqual(['a', 'b']);
  });

  it('goes on after a film that failed, and after one that broke the analyser', async () => {
    add('a', 'b', 'c');
    analyser.run(0).finish({ type: 'failed', problem: PROBLEM });
    await settle();
    analyser.run(1).break(new Error('boom'));
    await settle();
    expect(statuses()).toEqual(['failed', 'failed', 'decoding']);
    const broken = store.getState().films.at(1)?.state;
    expect(broken?.status === 'failed' && broken.problem).toMatchObject({
      code: 'internal',
      message: expect.stringContaining('boom'),
    });
  });

  it('reads a failed film again when asked, after those that wait before it', async () => {
    add('a', 'b');
    analyser.run(0).finish({ type: 'failed', problem: PROBLEM });
    await settle();
    store.getState().retryFilm(idAt(0));
    expect(statuses()).toEqual(['idle', 'decoding']);
    analyser.run(1).finish({ type: 'done', study: shownStudy('b') });
    await settle();
    expect(statuses()).toEqual(['decoding', 'done']);
  });

  it('never reads a film twice that is done', () => {
    add('a');
    store.getState().retryFilm(idAt(0));
    expect(analyser.runs).toHaveLength(1);
  });
});

describe('a batch', () => {
  it('reads the selected film next, the others in the order in which they came', async () => {
    add('a', 'b', 'c', 'd');
    store.getState().selectFilm(idAt(2));
    for (const index of [0, 1, 2]) {
      analyser.run(index).finish({ type: 'done', study: shownStudy('any') });
      await settle();
    }
    expect(analyser.runs.map(({ source }) => source.name)).toEqual(['a', 'c', 'b', 'd']);
  });

  it('begins no film while it is paused, and goes on when it is resumed', async () => {
    add('a', 'b');
    store.getState().pauseQueue();
    analyser.run(0).finish({ type: 'done', study: shownStudy('a') });
    await settle();
    expect(statuses()).toEqual(['done', 'idle']);
    store.getState().resumeQueue();
    expect(statuses()).toEqual(['done', 'decoding']);
  });

  it('lists what was cancelled, stops the run and reads it again when asked', async () => {
    add('a', 'b', 'c');
    analyser.run(0).finish({ type: 'done', study: shownStudy('a') });
    await settle();
    store.getState().cancelQueue();
    expect(analyser.run(1).signal.aborted).toBe(true);
    expect(statuses()).toEqual(['done', 'cancelled', 'cancelled']);
    store.getState().rerunFilms([idAt(0), idAt(2)]);
    expect(statuses()).toEqual(['decoding', 'cancelled', 'idle']);
  });

  it('takes many films away at once', () => {
    add('a', 'b', 'c', 'd');
    store.getState().selectFilm(idAt(1));
    store.getState().removeFilms([idAt(0), idAt(1), idAt(3)]);
    expect(store.getState().films.map(({ source }) => source.name)).toEqual(['c']);
    expect(store.getState().selectedId).toBe(idAt(0));
    expect(analyser.run(0).signal.aborted).toBe(true);
    expect(statuses()).toEqual(['decoding']);
  });

  it('goes on with films of an earlier page load', () => {
    add('a', 'b');
    const { films, selectedId } = store.getState();
    const later = createReaderStore(analyser);
    later.getState().restoreFilms(
      films.map((film) => ({ ...film, state: { status: 'idle' } })),
      selectedId,
      true,
    );
    expect(later.getState().films.map(({ state }) => state.status)).toEqual(['idle', 'idle']);
    expect(later.getState().selectedId).toBe(selectedId);
    later.getState().resumeQueue();
    expect(later.getState().films.at(0)?.state.status).toBe('decoding');
  });
});

describe('taking films away', () => {
  it('aborts the run, starts the next film and drops what the old run still says', async () => {
    add('a', 'b');
    const old = analyser.run(0);
    store.getState().removeFilm(idAt(0));
    expect(old.signal.aborted).toBe(true);
    expect(statuses()).toEqual(['decoding']);
    old.onEvent({ type: 'decoded', film: shownFilm('a') });
    old.finish({ type: 'done', study: shownStudy('a') });
    await settle();
    expect(statuses()).toEqual(['decoding']);
    expect(analyser.runs).toHaveLength(2);
  });

  it('leaves the run alone when the film was not the one being read', () => {
    add('a', 'b');
    store.getState().removeFilm(idAt(1));
    expect(analyser.run(0).signal.aborted).toBe(false);
    expect(statuses()).toEqual(['decoding']);
  });

  it('shows the neighbour, and nothing when the last film is gone', () => {
    add('a', 'b', 'c');
    store.getState().selectFilm(idAt(2));
    store.getState().removeFilm(idAt(2));
    expect(store.getState().selectedId).toBe(idAt(1));
    store.getState().removeFilm(idAt(0));
    expect(store.getState().selectedId).toBe(idAt(0));
    store.getState().removeFilm(idAt(0));
    expect(store.getState()).toMatchObject({ selectedId: null, films: { length: 0 } });
  });
});

it('starts to load the networks and says so at once', () => {
  store.getState().loadModels();
  expect(analyser.loads).toBe(1);
  expect(store.getState().models.status).toBe('loading');
});

it('remembers the chosen class of each film by itself', () => {
  add('a', 'b');
  store.getState().chooseLabel(idAt(1), 'tb');
  expect(store.getState().films.map(({ chosenLabel }) => chosenLabel)).toEqual([null, 'tb']);
});
