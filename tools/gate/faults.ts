import { correctFilm } from '../../src/imaging/correct-film.ts';
import type { Film } from '../../src/imaging/film.ts';
import type { GateCode } from '../../src/pipeline/gate/gate-codes.ts';

/** A fault made of a sound film, and what the film check should say of it. */
export interface Fault {
  readonly name: string;
  readonly make: (film: Film) => Film;
  /** Any of these counts as found; none where only later stages can tell. */
  readonly codes: readonly GateCode[];
}

/** The part of a film whose left, top, right and bottom are these shares of it. */
function crop(film: Film, left: number, top: number, right: number, bottom: number): Film {
  const [x0, x1] = [left, right].map((share) => Math.round(share * film.width)) as [number, number];
  const [y0, y1] = [top, bottom].map((share) => Math.round(share * film.height)) as [
    number,
    number,
  ];
  const rows = Array.from({ length: y1 - y0 }, (_, y) =>
    film.data.subarray((y0 + y) * film.width + x0, (y0 + y) * film.width + x1),
  );
  const data = new Float32Array((x1 - x0) * (y1 - y0));
  for (const [y, row] of rows.entries()) data.set(row, y * (x1 - x0));
  return { ...film, width: x1 - x0, height: y1 - y0, data };
}

/** Twice as large, so that a part of a small film is not refused for its size. */
function enlarge(film: Film): Film {
  const [width, height] = [film.width * 2, film.height * 2];
  const data = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) >> 1, Math.floor(i / width) >> 1];
    return film.data[y * film.width + x] as number;
  });
  return { ...film, width, height, data };
}

function mirror(film: Film): Film {
  const { width } = film;
  const data = film.data.map((_, i) => film.data[i - (i % width) + width - 1 - (i % width)] ?? 0);
  return { ...film, data };
}

const part =
  (...sides: [left: number, top: number, right: number, bottom: number]) =>
  (film: Film) =>
    enlarge(crop(film, ...sides));

export const FAULTS: readonly Fault[] = [
  { name: 'inverted', make: (film) => correctFilm(film, ['invert']), codes: ['inverted'] },
  {
    name: 'turned by 180 degrees',
    make: (film) => correctFilm(film, ['turn-half']),
    codes: ['upside-down'],
  },
  {
    name: 'turned to the left',
    make: (film) => correctFilm(film, ['turn-counterclockwise']),
    codes: ['rotated-left'],
  },
  {
    name: 'turned to the right',
    make: (film) => correctFilm(film, ['turn-clockwise']),
    codes: ['rotated-right'],
  },
  {
    name: 'inverted and turned to the left',
    make: (film) => correctFilm(film, ['invert', 'turn-counterclockwise']),
    codes: ['inverted', 'rotated-left'],
  },
  {
    name: 'swapped top to bottom',
    make: (film) => correctFilm(mirror(film), ['turn-half']),
    codes: ['upside-down'],
  },
  { name: 'left half', make: part(0, 0, 0.5, 1), codes: ['cropped'] },
  { name: 'right half', make: part(0.5, 0, 1, 1), codes: ['cropped'] },
  { name: 'upper half', make: part(0, 0, 1, 0.5), codes: ['cropped'] },
  { name: 'lower half', make: part(0, 0.5, 1, 1), codes: ['cropped'] },
  { name: 'one quarter', make: part(0, 0, 0.5, 0.5), codes: ['cropped'] },
  { name: 'mirrored (a warning)', make: mirror, codes: ['mirrored'] },
];
