import { useEffect, useState } from 'react';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import { casesStore } from './cases-store.ts';

/** What a case made of this film is marked with; null without a film, and until it is known. */
export function useFilmMark(source: FilmSource | null): string | null {
  const [mark, setMark] = useState<string | null>(null);
  useEffect(() => {
    let there = true;
    setMark(null);
    if (source) {
      casesStore
        .getState()
        .markFilm(source)
        .then((one) => there && setMark(one))
        // Without the store, or without the file, there is no case to compare with.
        .catch(() => {});
    }
    return () => {
      there = false;
    };
  }, [source]);
  return mark;
}
