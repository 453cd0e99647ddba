import { expect, it } from 'vitest';
import type { Film } from '../../src/imaging/film.ts';
import { showFilm } from '../../src/pipeline/show-film.ts';

function ramp(width: number, height: number, maxValue: number): Film {
  const data = Float32Array.from({ length: width * height }, (_, i) => (i % width) * 10 + 100);
  return { name: 'ramp', format: 'png', width, height, maxValue, data };
}

it('keeps small films at their size and spreads their greys from black to white', () => {
  const { picture, widthFilmPx, heightFilmPx, maxValue } = showFilm(ramp(300, 200, 65535));
  expect([picture.width, picture.height, widthFilmPx, heightFilmPx]).toEqual([300, 200, 300, 200]);
  expect(maxValue).toBe(65535);
  expect(picture.grey8[0]).toBe(0);
  expect(picture.grey8[299]).toBe(255);
  expect(picture.grey8[150]).toBeGreaterThan(118);
  expect(picture.grey8[150]).toBeLessThan(138);
});

it('brings large films down to 1024 pixels in their own shape', () => {
  const { picture, widthFilmPx, heightFilmPx } = showFilm(ramp(4096, 1000, 255));
  expect([picture.width, picture.height]).toEqual([1024, 250]);
  expect([widthFilmPx, heightFilmPx]).toEqual([4096, 1000]);
  expect(picture.grey8).toHaveLength(1024 * 250);
});

it('draws a thumbnail of 128 pixels through the window of the whole film', () => {
  const { thumbnail } = showFilm(ramp(512, 256, 255));
  expect([thumbnail.width, thumbnail.height]).toEqual([128, 64]);
  // Each pixel averages about four columns: 3.98 of 255 greys apart from end to end.
  expect(thumbnail.grey8[0]).toBeLessThan(4);
  expect(thumbnail.grey8[127]).toBeGreaterThan(251);
});
