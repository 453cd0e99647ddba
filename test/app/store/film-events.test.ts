import { expect, it } from 'vitest';
import { keepSession } from '../../../src/app/features/session/keep-session.ts';
import { createListing } from '../../../src/app/features/worklist/use-listed-films.ts';
import type { FilmEntry } from '../../../src/app/store/film-state.ts';
import { createReaderStore } from '../../../src/app/store/reader-store.ts';
import { forgetRemoved } from '../../../src/app/store/viewer/forget-removed.ts';
import { createViewerStore } from '../../../src/app/store/viewer/viewer-store.ts';
import type { SessionJournal } from '../../../src/platform/storage/session/session-journal.ts';
import { FakeAnalyser, fileSource, settle, shownFilm, shownStudy } from '../fakes.ts';

const FILMS = 20_000;

/** A film that tells whenever something of it is read. */
function watched(id: number, onRead: (id: number) => void): FilmEntry {
  const entry: FilmEntry = {
    id,
    source: fileSource(`${id}.png`),
    addedAt: 0,
    state: { status: 'idle' },
    chosenLabel: null,
    comparison: null,
    kept: 'kept',
  };
  return new Proxy(entry, {
    get(target, key) {
      onRead(id);
      return Reflect.get(target, key);
    },
  });
}

it('reads nothing of the other 19,999 films when a film is begun, goes on, ends and is kept', async () => {
  const touched = new Set<number>();
  const analyser = new FakeAnalyser();
  const store = createReaderStore(analyser);
  forgetRemoved(store, createViewerStore());
  const written: number[] = [];
  const journal = {
    putFilm: async () => {},
    putResult: async (id: number) => void written.push(id),
    putScreen: async () => {},
  };
  const entries = Array.from({ length: FILMS }, (_, index) =>
    watched(index + 1, (id) => touched.add(id)),
  );
  store.getState().restoreFilms(entries, 7, true);
  keepSession(store, journal as unknown as SessionJournal<never>);
  const listing = createListing({ text: '', filter: 'all', order: 'arrival' });
  const listed = listing(store.getState().films);
  store.subscribe(({ films }) => films, listing);
  expect(touched.size).toBe(FILMS);

  touched.clear();
  store.getState().resumeQueue();
  const run = analyser.run(0);
  run.onEvent({ type: 'decoded', film: shownFilm('7.png') });
  for (let step = 0; step < 20; step++) {
    const progress = { stage: 'segmenting', fraction: step / 20 } as const;
    run.onEvent({ type: 'progress', progress });
  }
  store.getState().pauseQueue();
  run.finish({ type: 'done', study: shownStudy('7.png') });
  await settle();
  store.getState().markKept(7, 'no-room');
  store.getState().chooseLabel(7, 'tb');
  expect(store.getState().films.get(7)?.state.status).toBe('done');
  expect(written).toContain(7);
  expect(listing(store.getState().films)).toBe(listed);
  expect([...touched]).toEqual([7]);
});

it('finds the next waiting film without going through those that are read, film by film', async () => {
  const reads = new Map<number, number>();
  const analyser = new FakeAnalyser();
  const store = createReaderStore(analyser);
  const entries = Array.from({ length: 300 }, (_, index) =>
    watched(index + 1, (id) => reads.set(id, (reads.get(id) ?? 0) + 1)),
  );
  store.getState().restoreFilms(entries, 1, true);
  reads.clear();
  store.getState().resumeQueue();
  for (let run = 0; run < 300; run++) {
    analyser.run(run).finish({ type: 'done', study: shownStudy(`${run}.png`) });
    await settle();
  }
  expect(store.getState().films.count('left')).toBe(0);
  expect(analyser.runs.map(({ source }) => source.name)).toEqual(
    entries.map(({ source }) => source.name),
  );
  // Read a few times when its own turn comes, and not once for each film before it.
  expect(Math.max(...reads.values())).toBeLessThan(30);
});
