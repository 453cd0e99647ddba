import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DicomFacts } from '../../../imaging/dicom-facts.ts';

/** A film as it lies in the journal: no name but its extension, no identifying DICOM attribute. */
export interface JournalFilm {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
  /** Of the file's name, with its dot; empty where it has none. */
  readonly extension: string;
  /** Null for the demo film, which is drawn anew. */
  readonly blob: Blob | null;
  readonly dicom: DicomFacts | null;
  /** Which of a DICOM film's windows is used; null for the first. */
  readonly window: number | null;
}

/** What was found on a film; `shape` says which version of the app's types it follows. */
export interface JournalResult<R> {
  readonly id: number;
  readonly shape: number;
  readonly result: R;
}

export interface JournalScreen {
  readonly selectedId: number | null;
  readonly paused: boolean;
}

interface Schema extends DBSchema {
  films: { key: number; value: JournalFilm; indexes: { addedAt: number } };
  results: { key: number; value: JournalResult<unknown> };
  screen: { key: 'now'; value: JournalScreen };
}

const NAME = 'manet-session';

export interface JournalContents<R> {
  readonly films: readonly JournalFilm[];
  /** By film, those of this shape alone. */
  readonly results: ReadonlyMap<number, R>;
  readonly screen: JournalScreen | null;
}

/**
 * The films of the session and what was found on them, in IndexedDB, so that a closed tab loses
 * nothing that was finished. Every method rejects where the browser refuses, for want of room
 * (QuotaExceededError) above all.
 */
export class SessionJournal<R> {
  readonly #db: IDBPDatabase<Schema>;
  readonly #shape: number;

  private constructor(db: IDBPDatabase<Schema>, shape: number) {
    this.#db = db;
    this.#shape = shape;
  }

  /** `onGone` is told when the browser takes the journal away under the open page. */
  static async open<R>(shape: number, onGone: () => void): Promise<SessionJournal<R>> {
    const db = await openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('films', { keyPath: 'id' }).createIndex('addedAt', 'addedAt');
        fresh.createObjectStore('results', { keyPath: 'id' });
        fresh.createObjectStore('screen');
      },
      // Somebody clears this site's data, or a newer version opens it: let go at once.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    });
    return new SessionJournal<R>(db, shape);
  }

  async read(): Promise<JournalContents<R>> {
    const [films, results, screen] = await Promise.all([
      this.#db.getAll('films'),
      this.#db.getAll('results'),
      this.#db.get('screen', 'now'),
    ]);
    const mine = results.filter(({ shape }) => shape === this.#shape);
    return {
      films,
      results: new Map(mine.map(({ id, result }) => [id, result as R])),
      screen: screen ?? null,
    };
  }

  async putFilm(film: JournalFilm): Promise<void> {
    await this.#db.put('films', film);
  }

  async putResult(id: number, result: R): Promise<void> {
    const transaction = this.#db.transaction(['films', 'results'], 'readwrite');
    // A film that is not kept, or was taken away meanwhile, leaves no result behind.
    const known = await transaction.objectStore('films').getKey(id);
    const results = transaction.objectStore('results');
    if (known !== undefined) await results.put({ id, shape: this.#shape, result });
    await transaction.done;
  }

  /** Has a film read through another window; what was found through the earlier one goes. */
  async setWindow(id: number, window: number | null): Promise<void> {
    const transaction = this.#db.transaction(['films', 'results'], 'readwrite');
    const films = transaction.objectStore('films');
    const film = await films.get(id);
    if (film) await films.put({ ...film, window });
    await transaction.objectStore('results').delete(id);
    await transaction.done;
  }

  async dropResult(id: number): Promise<void> {
    await this.#db.delete('results', id);
  }

  async putScreen(screen: JournalScreen): Promise<void> {
    await this.#db.put('screen', screen, 'now');
  }

  async remove(ids: readonly number[]): Promise<void> {
    const transaction = this.#db.transaction(['films', 'results'], 'readwrite');
    for (const id of ids) {
      await transaction.objectStore('films').delete(id);
      await transaction.objectStore('results').delete(id);
    }
    await transaction.done;
  }

  /** Removes films that came before `time`. */
  async removeBefore(time: number): Promise<void> {
    const range = IDBKeyRange.upperBound(time, true);
    await this.remove(await this.#db.getAllKeysFromIndex('films', 'addedAt', range));
  }

  async wipe(): Promise<void> {
    const transaction = this.#db.transaction(['films', 'results', 'screen'], 'readwrite');
    for (const name of ['films', 'results', 'screen'] as const) {
      await transaction.objectStore(name).clear();
    }
    await transaction.done;
  }
}
