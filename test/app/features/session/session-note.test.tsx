// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FilmRow } from '../../../../src/app/features/worklist/film-row.tsx';
import { SessionNote } from '../../../../src/app/features/worklist/session-note.tsx';
import type { FilmEntry } from '../../../../src/app/store/film-state.ts';
import { ReaderProvider } from '../../../../src/app/store/reader-context.tsx';
import type { ReaderStore } from '../../../../src/app/store/reader-state.ts';
import { createReaderStore } from '../../../../src/app/store/reader-store.ts';
import { FakeAnalyser, fileSource } from '../../fakes.ts';

let store: ReaderStore;

beforeEach(() => {
  store = createReaderStore(new FakeAnalyser());
});
afterEach(cleanup);

/** The list's rows and its note, with films that are kept or not as told. */
function show(session: 'kept' | 'gone', ...kept: FilmEntry['kept'][]): void {
  store.getState().addFilms(kept.map((_, index) => fileSource(`film ${index}.png`)));
  const { films, markKept, tellSession } = store.getState();
  for (const [index, one] of kept.entries()) if (one) markKept(films.at(index)?.id ?? 0, one);
  tellSession(session);
  const row = { current: false, reachable: false, checked: false, onChoose() {}, onCheck() {} };
  render(
    <ReaderProvider store={store}>
      <ul>
        {store.getState().films.map((entry, index) => (
          <FilmRow key={entry.id} {...row} entry={entry} position={index + 1} total={kept.length} />
        ))}
      </ul>
      <SessionNote />
    </ReaderProvider>,
  );
}

const told = () => screen.queryAllByRole('status').map(({ textContent }) => textContent);

it('says nothing of films that are kept, or not written yet', () => {
  show('kept', 'kept', null);
  expect(told()).toEqual([]);
  expect(screen.queryByText('Not kept')).toBeNull();
});

it('tells want of room from what could not be written', () => {
  show('kept', 'no-room', 'failed', 'failed', 'kept');
  expect(told()).toEqual([
    '1 film will not survive a reload: there is no more room on this device.',
    '2 films will not survive a reload: they could not be written to this device.',
  ]);
  expect(screen.getAllByTitle(/^There was no room/)).toHaveLength(1);
  expect(screen.getAllByTitle(/^It could not be written/)).toHaveLength(2);
});

it('says that the storage was taken away, and nothing of room', () => {
  show('gone', 'storage-gone');
  expect(
    screen.getByText(/^The storage for films on this device was taken away, as when/),
  ).toBeVisible();
  expect(screen.getByTitle(/was taken away: it will be gone after a reload/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('room');
});
