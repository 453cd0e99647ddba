import { useMemo } from 'react';
import { type FilmList, NO_FILMS } from '../../store/film-list.ts';
import { useReader } from '../../store/reader-context.tsx';
import { type FilmQuery, isListedOtherwise, listFilms } from './film-query.ts';

/**
 * Answers a query as the films change, by their ids: the same array as long as nothing moved, which
 * is found from what changed alone.
 */
export function createListing(query: FilmQuery): (films: FilmList) => readonly number[] {
  let last = NO_FILMS;
  let ids: readonly number[] = [];
  return (films) => {
    const stays =
      films.hasSameFilms(last) &&
      Array.from(films.changesSince(last)).every(
        ({ before, after }) => before && after && !isListedOtherwise(before, after, query),
      );
    last = films;
    if (!stays) ids = listFilms(films, query).map(({ id }) => id);
    return ids;
  };
}

/** The ids of the films that are listed, in their order. */
export function useListedFilms(query: FilmQuery): readonly number[] {
  const listing = useMemo(() => createListing(query), [query]);
  return useReader(({ films }) => listing(films));
}
