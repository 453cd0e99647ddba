import type { FilmEntry } from '../../store/film-state.ts';

const KEY = 'film-names';

/**
 * The names of this tab's files. They may name patients, so they lie not in the journal but where
 * the browser keeps them for this tab alone: they survive a reload, and go when the tab is closed.
 */
export function readNames(): ReadonlyMap<number, string> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [number, string][]);
  } catch {
    return new Map();
  }
}

export function keepNames(films: Iterable<Pick<FilmEntry, 'id' | 'source'>>): void {
  try {
    const names = Array.from(films, ({ id, source }) => [id, source.name] as const);
    sessionStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Without room for them, films have numbers after a reload.
  }
}

export function extensionOf(name: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
}
