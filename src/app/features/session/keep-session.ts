import type {
  JournalScreen,
  SessionJournal,
} from '../../../platform/storage/session/session-journal.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import type { ReaderState, ReaderStore } from '../../store/reader-state.ts';
import { keepNames } from './film-names.ts';
import { toJournalFilm } from './keepable-film.ts';
import { hasEnded, type PackedEntry, packEntry } from './pack-entry.ts';
import { whyUnkept } from './why-unkept.ts';

/** Writes every change of the store's films to the journal, one after another. */
export function keepSession(store: ReaderStore, journal: SessionJournal<PackedEntry>): void {
  /** Films as they were last written. */
  const written = new Map<number, FilmEntry>(
    store.getState().films.flatMap((entry) => (entry.kept === 'kept' ? [[entry.id, entry]] : [])),
  );
  let screen: JournalScreen = { selectedId: null, paused: false };
  let last: Promise<void> = Promise.resolve();

  function enqueue(
    work: () => Promise<void>,
    onFailure: (error: unknown) => void = () => {},
  ): void {
    last = last.then(work).catch(onFailure);
  }

  /** Only while the film is there: it may be taken away before its turn comes. */
  const mark = (id: number, kept: FilmEntry['kept']) =>
    store.setState(({ films }) => ({
      films: films.map((one) => (one.id === id && one.kept !== kept ? { ...one, kept } : one)),
    }));

  function keepFilm(entry: FilmEntry): void {
    enqueue(
      async () => {
        if (!written.has(entry.id)) return;
        await journal.putFilm(await toJournalFilm(entry));
        mark(entry.id, 'kept');
      },
      // Reading goes on; the list says that this film would not survive a reload.
      (error) => mark(entry.id, whyUnkept(error)),
    );
  }

  function keepResult(entry: FilmEntry): void {
    const packed = packEntry(entry);
    enqueue(
      () => (packed ? journal.putResult(entry.id, packed) : journal.dropResult(entry.id)),
      (error) => mark(entry.id, whyUnkept(error)),
    );
  }

  function follow({ films, selectedId, paused }: ReaderState): void {
    const there = new Set(films.map(({ id }) => id));
    const gone = [...written.keys()].filter((id) => !there.has(id));
    for (const id of gone) written.delete(id);
    if (gone.length > 0) {
      enqueue(() => (films.length === 0 ? journal.wipe() : journal.remove(gone)));
    }
    const fresh = films.filter(({ id }) => !written.has(id));
    for (const entry of films) {
      const before = written.get(entry.id);
      if (before === entry) continue;
      written.set(entry.id, entry);
      if (!before) keepFilm(entry);
      // A picture that comes or goes changes nothing that is kept, but one write more does no harm.
      if (hasEnded(entry.state) || (before && hasEnded(before.state))) keepResult(entry);
    }
    if (fresh.length > 0 || gone.length > 0) keepNames(films);
    if (films.length > 0 && (screen.selectedId !== selectedId || screen.paused !== paused)) {
      screen = { selectedId, paused };
      const now = screen;
      enqueue(() => journal.putScreen(now));
    }
  }

  follow(store.getState());
  store.subscribe(follow);
}
