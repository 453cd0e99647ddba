import { beforeEach, expect, it } from 'vitest';
import { keepSession } from '../../../../src/app/features/session/keep-session.ts';
import { type PackedEntry, RESULT_SHAPE } from '../../../../src/app/features/session/pack-entry.ts';
import { restoreSession } from '../../../../src/app/features/session/restore-session.ts';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { SessionJournal } from '../../../../src/platform/storage/session/session-journal.ts';
import { freshIndexedDb } from '../../../platform/fresh-indexed-db.ts';
import { FakeAnalyser, fileSource, shownStudy } from '../../fakes.ts';

beforeEach(freshIndexedDb);

interface Page {
  readonly store: ReaderStore;
  readonly analyser: FakeAnalyser;
  readonly journal: SessionJournal<PackedEntry>;
  readonly gone: () => boolean;
}

/** A page that goes on with what the last one kept; without the names, as in another tab. */
async function openPage(names: ReadonlyMap<number, string> = new Map()): Promise<Page> {
  const analyser = new FakeAnalyser();
  const store = createReaderStore(analyser);
  let gone = false;
  const journal = await SessionJournal.open<PackedEntry>(RESULT_SHAPE, () => {
    gone = true;
    store.getState().loseStorage();
  });
  restoreSession(store, await journal.read(), names, (position) => `Film ${position}`);
  keepSession(store, journal);
  return { store, analyser, journal, gone: () => gone };
}

/** Every write of before is done when one more has gone through the same queue. */
async function written({ store, journal }: Page): Promise<void> {
  const paused = !store.getState().paused;
  if (paused) store.getState().pauseQueue();
  else store.getState().resumeQueue();
  await expect.poll(async () => (await journal.read()).screen?.paused).toBe(paused);
}

const idsOf = ({ store }: Page) => store.getState().films.map(({ id }) => id);
const statesOf = ({ store }: Page) => store.getState().films.map(({ state }) => state.status);

it('brings films back as they stood: what was found, what waits, which is on screen', async () => {
  const page = await openPage();
  page.store.getState().addFilms(['a.png', 'b.png', 'c.png'].map(fileSource));
  const [a = 0, b = 0, c = 0] = idsOf(page);
  page.analyser.run(0).finish({ type: 'done', study: shownStudy('a.png') });
  await expect.poll(() => statesOf(page)[0]).toBe('done');
  const problem = { code: 'not-a-film', message: 'No film.', advice: 'Use another.' };
  page.analyser.run(1).finish({ type: 'failed', problem });
  await expect.poll(() => statesOf(page)[1]).toBe('failed');
  page.store.getState().chooseLabel(a, 'normal');
  page.store.getState().selectFilm(b);
  await written(page);
  expect(page.store.getState().films.map(({ kept }) => kept)).toEqual(['kept', 'kept', 'kept']);

  const again = await openPage(new Map([[a, 'a.png']]));
  expect(idsOf(again)).toEqual([a, b, c]);
  expect(statesOf(again)).toEqual(['done', 'failed', 'idle']);
  const { films, selectedId, paused } = again.store.getState();
  expect([selectedId, paused]).toEqual([b, true]);
  // Names lie in the tab alone.
  expect(films.map(({ source }) => source.name)).toEqual(['a.png', 'Film 2.png', 'Film 3.png']);
  expect(films.map(({ kept }) => kept)).toEqual(['kept', 'kept', 'kept']);
  const first = films.get(a);
  expect(first?.chosenLabel).toBe('normal');
  if (first?.state.status !== 'done' || first.source.kind !== 'file') throw new Error('not read');
  const { study } = first.state;
  expect(study.probabilities).toEqual(shownStudy('a.png').probabilities);
  expect(study.film.name).toBe('a.png');
  expect([...study.lungs.data]).toEqual([1]);
  expect(await first.source.blob.text()).toBe('a.png');
  expect(films.get(b)?.state).toMatchObject({ status: 'failed', problem });
});

it('shows and compares a film as it was read: turned, with its frame, set aside', async () => {
  const page = await openPage();
  page.store.getState().addFilms([fileSource('a.png')]);
  const study = {
    ...shownStudy('a.png'),
    corrections: ['inverted'],
    gateOverridden: ['not-a-cxr'],
  };
  page.analyser.run(0).finish({ type: 'done', study: study as never });
  await expect.poll(() => statesOf(page)).toEqual(['done']);
  await written(page);
  const [entry] = (await openPage()).store.getState().films;
  expect(entry?.source).toMatchObject({
    keepFrame: true,
    corrections: ['inverted'],
    overrides: ['not-a-cxr'],
  });
});

it('does not bring back films that were taken away', async () => {
  const page = await openPage();
  page.store.getState().addFilms(['a.png', 'b.png'].map(fileSource));
  const [a = 0, b = 0] = idsOf(page);
  page.store.getState().removeFilm(a);
  await written(page);
  expect(idsOf(await openPage())).toEqual([b]);

  page.store.getState().removeFilm(b);
  await expect.poll(async () => (await page.journal.read()).screen).toBeNull();
  expect(idsOf(await openPage())).toEqual([]);
});

it('says of a film that it is not kept where its file cannot be read', async () => {
  const page = await openPage();
  const blob = new Blob(['gone']);
  const unreadable = () => Promise.reject(new DOMException('moved', 'NotFoundError'));
  Object.assign(blob, { slice: () => ({ arrayBuffer: unreadable }) });
  page.store.getState().addFilms([{ kind: 'file', name: 'gone.png', blob }, fileSource('b.png')]);
  await written(page);
  expect(page.store.getState().films.map(({ kept }) => kept)).toEqual(['failed', 'kept']);
  expect(idsOf(await openPage())).toEqual([idsOf(page)[1]]);
});

it('says of every film that it is not kept once the storage is taken away', async () => {
  const page = await openPage();
  page.store.getState().addFilms([fileSource('a.png')]);
  await written(page);
  indexedDB.deleteDatabase('manet-session');
  await expect.poll(page.gone).toBe(true);
  expect(page.store.getState().session).toBe('gone');
  page.store.getState().addFilms([fileSource('b.png')]);
  await expect
    .poll(() => page.store.getState().films.map(({ kept }) => kept))
    .toEqual(['storage-gone', 'storage-gone']);
});

it('reads, shows and compares a film after a reload through the window that was chosen', async () => {
  const page = await openPage();
  page.store.getState().addFilms([fileSource('a.dcm')]);
  const [id = 0] = idsOf(page);
  page.analyser.run(0).finish({ type: 'done', study: shownStudy('a.dcm') });
  await expect.poll(() => statesOf(page)).toEqual(['done']);
  page.store.getState().chooseWindow(id, 1);
  const byWindow1 = { ...shownStudy('a.dcm'), label: 'tb' as const };
  page.analyser.run(1).finish({ type: 'done', study: byWindow1 });
  await expect.poll(() => statesOf(page)).toEqual(['done']);
  await written(page);

  const [entry] = (await openPage()).store.getState().films;
  expect(entry?.state).toMatchObject({ status: 'done', study: { label: 'tb' } });
  expect(entry?.source.window).toBe(1);
});

it('reads a film anew through the chosen window where the page was closed before it was read', async () => {
  const page = await openPage();
  page.store.getState().addFilms([fileSource('a.dcm')]);
  const [id = 0] = idsOf(page);
  page.analyser.run(0).finish({ type: 'done', study: shownStudy('a.dcm') });
  await expect.poll(() => statesOf(page)).toEqual(['done']);
  page.store.getState().chooseWindow(id, 1);
  await written(page);

  const again = await openPage();
  again.store.getState().resumeQueue();
  expect(again.analyser.run(0).source.window).toBe(1);
});
