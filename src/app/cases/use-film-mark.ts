import { useEffect, useState } from 'react';
import type { ShownFilm } from '../../platform/worker-bridge/shown-film.ts';
import { casesStore } from './cases-store.ts';

/** What a case made of this film is marked with; null without a film, and until it is known. */
export function useFilmMark(film: ShownFilm | null): string | null {
  const [mark, setMark] = useState<string | null>(null);
  useEffect(() => {
    let there = true;
    setMark(null);
    if (film) {
      casesStore
        .getState()
        .markFilm(film)
        .then((one) => there && setMark(one))
        // Without the store there is no case to compare with.
        .catch(() => {});
    }
    return () => {
      there = false;
    };
  }, [film]);
  return mark;
}
