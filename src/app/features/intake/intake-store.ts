import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { gatherFilms } from '../../../platform/intake/gather-films.ts';
import type { SkippedFile } from '../../../platform/intake/intake-file.ts';
import type { BroughtFile } from '../../../platform/intake/plain-file.ts';

/** What came of the files that were brought last, where some of them were skipped. */
interface IntakeNote {
  readonly added: number;
  readonly skipped: readonly SkippedFile[];
}

export interface IntakeState {
  /** How many files have been looked at; null while nobody looks. */
  readonly looking: { readonly seen: number; readonly total: number } | null;
  readonly note: IntakeNote | null;
  /** Looks through files, folders and archives, and puts the films into the queue. */
  take(brought: readonly BroughtFile[]): Promise<void>;
  /** Adds nothing of what is being looked through. */
  stop(): void;
  dismiss(): void;
}

export type IntakeStore = StoreApi<IntakeState>;

/** The way of files into the queue, outside React. What is brought meanwhile waits its turn. */
export function createIntakeStore(addFilms: (films: readonly FilmSource[]) => void): IntakeStore {
  let last: Promise<void> = Promise.resolve();
  let controller = new AbortController();

  return createStore<IntakeState>()((set) => {
    async function gather(brought: readonly BroughtFile[]): Promise<void> {
      const { signal } = controller;
      const onProgress = (seen: number, total: number) => set({ looking: { seen, total } });
      try {
        const { films, skipped } = await gatherFilms(brought, { signal, onProgress });
        set({ note: skipped.length > 0 ? { added: films.length, skipped } : null });
        addFilms(films);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        set({ looking: null });
      }
    }

    return {
      looking: null,
      note: null,
      take(brought) {
        if (brought.length > 0) last = last.then(() => gather(brought));
        return last;
      },
      stop() {
        controller.abort();
        controller = new AbortController();
      },
      dismiss: () => set({ note: null }),
    };
  });
}
