import { holdSession } from '../../../platform/storage/session/hold-session.ts';
import { SessionJournal } from '../../../platform/storage/session/session-journal.ts';
import type { ReaderStore } from '../../store/reader-state.ts';
import { readNames } from './film-names.ts';
import { keepSession } from './keep-session.ts';
import { type PackedEntry, RESULT_SHAPE } from './pack-entry.ts';
import { restoreSession } from './restore-session.ts';

const HOUR_MS = 3_600_000;

/** How long films of a session that nobody cleared are kept. */
const SESSION_HOURS = 24;

/**
 * Goes on with the films of a page that was closed, and keeps those of this one. Where the browser
 * gives no storage, or another tab has the session, films are read all the same and not kept.
 */
export async function startSession(
  store: ReaderStore,
  nameOf: (position: number) => string,
): Promise<void> {
  const { tellSession: tell, loseStorage } = store.getState();
  try {
    if (!(await holdSession())) return tell('elsewhere');
    const journal = await SessionJournal.open<PackedEntry>(RESULT_SHAPE, loseStorage);
    const sweep = () => journal.removeBefore(Date.now() - SESSION_HOURS * HOUR_MS);
    await sweep();
    restoreSession(store, await journal.read(), readNames(), nameOf);
    keepSession(store, journal);
    setInterval(() => sweep().catch(() => {}), HOUR_MS);
    tell('kept');
  } catch {
    tell('unavailable');
  }
}
