import type {
  JournalScreen,
  SessionJournal,
} from '../../../platform/storage/session/session-journal.ts';
import { type FilmChange, FilmList } from '../../store/film-list.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import type { ReaderState, ReaderStore } from '../../store/reader-state.ts';
import { keepNames } from './film-names.ts';
import { toJournalFilm } from './keepable-film.ts';
import { hasEnded, type PackedEntry, packEntry } from './pack-entry.ts';
import { whyUnkept } from './why-unkept.ts';

/** Writes every change of the store's films to the journal, one after another. */
export function keepSession(store: ReaderStore, journal: SessionJournal<PackedEntry>): void {
  let screen: JournalScreen = { selectedId: null, paused: false };
  let last: Promise<void> = Promise.resolve();

  function enqueue(
    work: () => Promise<void>,
    onFailure: (error: unknown) => void = () => {},
  ): void {
    last = last.then(work).catch(onFailure);
  }

  const mark = store.getState().markKept;

  function keepFilm(entry: FilmEntry): void {
    enqueue(
      async () => {
        // It may have been taken away before its turn came.
        if (!store.getState().films.get(entry.id)) return;
        await journal.putFilm(await toJournalFilm(entry));
        mark(entry.id, 'kept');
      },
      // Reading goes on; the list says that this film would not survive a reload.
      (error) => mark(entry.id, whyUnkept(error)),
    );
  }

  /** One write, so that a page that closes now leaves no answer of one window beside another. */
  function keepWindow({ id, source }: FilmEntry): void {
    enqueue(
      () => journal.setWindow(id, source.window ?? null),
      (error) => mark(id, whyUnkept(error)),
    );
  }

  function keepResult(entry: FilmEntry): void {
    const packed = packEntry(entry);
    enqueue(
      () => (packed ? journal.putResult(entry.id, packed) : journal.dropResult(entry.id)),
      (error) => mark(entry.id, whyUnkept(error)),
    );
  }

  function followFilms(films: FilmList, earlier: FilmList): void {
    const gone: number[] = [];
    const changed: FilmChange[] = [];
    for (const change of films.changesSince(earlier)) {
      if (change.after) changed.push(change);
      else if (change.before) gone.push(change.before.id);
    }
    if (gone.length > 0) {
      enqueue(() => (films.length === 0 ? journal.wipe() : journal.remove(gone)));
    }
    for (const { before, after } of changed) {
      if (!after) continue;
      if (!before) keepFilm(after);
      else if (before.source.window !== after.source.window) {
        keepWindow(after);
        // What was found before is still there as long as the film has not gone back to the queue.
        if (before.state === after.state) continue;
      }
      // A picture that comes or goes changes nothing that is kept, but one write more does no harm.
      if (hasEnded(after.state) || (before && hasEnded(before.state))) keepResult(after);
    }
    if (gone.length > 0 || changed.some(({ before }) => !before)) keepNames(films);
  }

  function followScreen({ films, selectedId, paused }: ReaderState): void {
    if (films.length > 0 && (screen.selectedId !== selectedId || screen.paused !== paused)) {
      screen = { selectedId, paused };
      const now = screen;
      enqueue(() => journal.putScreen(now));
    }
  }

  const { films } = store.getState();
  followFilms(films, FilmList.of(films.filter(({ kept }) => kept === 'kept')));
  store.subscribe((state) => state.films, followFilms);
  followScreen(store.getState());
  store.subscribe(followScreen);
}
