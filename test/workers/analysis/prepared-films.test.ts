import { expect, it } from 'vitest';
import type { Film } from '../../../src/imaging/film.ts';
import { resample } from '../../../src/imaging/resample.ts';
import { createPreparedFilms } from '../../../src/workers/analysis/prepared-films.ts';

function film(name: string): Film {
  const data = Float32Array.from({ length: 12 }, (_, i) => i);
  return { name, format: 'png', width: 4, height: 3, maxValue: 255, data };
}

it('keeps films small, as the classifier would make them, and only at their size', () => {
  const films = createPreparedFilms();
  films.keep(1, film('a'), 2);
  expect(films.get(1, 2)).toEqual({ ...film('a'), ...resample(film('a'), 2, 2) });
  expect(films.get(1, 3)).toBeNull();
  expect(films.get(2, 2)).toBeNull();
});

it('forgets the film that was used longest ago', () => {
  const films = createPreparedFilms();
  for (let key = 1; key <= 64; key++) films.keep(key, film(`${key}`), 2);
  films.get(1, 2);
  films.keep(65, film('65'), 2);
  expect([1, 2, 65].map((key) => films.get(key, 2)?.name ?? null)).toEqual(['1', null, '65']);
});
