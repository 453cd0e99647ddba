import { isCorrection } from '../../../imaging/correction.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import type {
  JournalContents,
  JournalFilm,
} from '../../../platform/storage/session/session-journal.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import type { ReaderStore } from '../../store/reader-state.ts';
import { type PackedEntry, unpackState } from './pack-entry.ts';

function toSource({ blob, dicom, window }: JournalFilm, name: string): FilmSource {
  if (!blob) return { kind: 'demo', name };
  const how = { ...(dicom && { dicom }), ...(window !== null && { window }) };
  return { kind: 'file', name, blob, restored: true, ...how };
}

/** What was decided about a film that is done, so that it is shown and compared as it was read. */
function asRead(source: FilmSource, { state }: PackedEntry): FilmSource {
  if (state.status !== 'done') return source;
  const { corrections: changes, gateOverridden: overrides } = state.study;
  const corrections = changes.filter(isCorrection);
  return {
    ...source,
    ...(!changes.includes('frame') && { keepFrame: true }),
    ...(corrections.length > 0 && { corrections }),
    ...(overrides.length > 0 && { overrides }),
  };
}

/** Brings back the films of the journal; `names` are those of this tab, others get a number. */
export function restoreSession(
  store: ReaderStore,
  { films, results, screen }: JournalContents<PackedEntry>,
  names: ReadonlyMap<number, string>,
  nameOf: (position: number) => string,
): void {
  const entries = films.map((film, index): FilmEntry => {
    const { id, addedAt } = film;
    const source = toSource(film, names.get(id) ?? `${nameOf(index + 1)}${film.extension}`);
    const found = results.get(id);
    const base = { id, addedAt, source, comparison: null, kept: 'kept' as const };
    if (!found) return { ...base, chosenLabel: null, state: { status: 'idle' } };
    const state = unpackState(found.state, source.name);
    return { ...found, ...base, source: asRead(source, found), state };
  });
  const selected = entries.find(({ id }) => id === screen?.selectedId) ?? entries[0];
  store.getState().restoreFilms(entries, selected?.id ?? null, screen?.paused ?? false);
}
