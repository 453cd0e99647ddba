import type { Film } from '../../imaging/film.ts';
import { resample } from '../../imaging/resample.ts';

/** At 224 x 224 a film takes 0.2 MB: some 13 MB in all. */
const MOST_FILMS = 64;

/** Films that were read lately, as small as a classifier sees them. */
export interface PreparedFilms {
  /** The film at size x size; null where it was not kept, or at another size. */
  get(key: number, size: number): Film | null;
  /** Keeps a film at size x size, in place of the one that was used longest ago. */
  keep(key: number, film: Film, size: number): void;
}

/**
 * So that a film is neither kept at full size nor decoded again for stage 2 alone: it resamples
 * whatever film it gets to its own square first, and a film of that size stays as it is.
 */
export function createPreparedFilms(): PreparedFilms {
  const kept = new Map<number, Film>();
  return {
    get(key, size) {
      const film = kept.get(key);
      if (!film || film.width !== size || film.height !== size) return null;
      kept.delete(key);
      kept.set(key, film);
      return film;
    },
    keep(key, film, size) {
      kept.delete(key);
      kept.set(key, { ...film, ...resample(film, size, size) });
      const [oldest] = kept.keys();
      if (kept.size > MOST_FILMS && oldest !== undefined) kept.delete(oldest);
    },
  };
}
