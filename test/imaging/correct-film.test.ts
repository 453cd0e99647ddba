import fc from 'fast-check';
import { expect, it } from 'vitest';
import { correctFilm } from '../../src/imaging/correct-film.ts';
import { CORRECTIONS } from '../../src/imaging/correction.ts';
import type { Film } from '../../src/imaging/film.ts';

const film = (width: number, data: number[], maxValue = 9): Film => ({
  name: 'a',
  format: 'png',
  maxValue,
  width,
  height: data.length / width,
  data: Float32Array.from(data),
});

/**
 * 1 2 3
 * 4 5 6
 */
const SIX = film(3, [1, 2, 3, 4, 5, 6]);

it.each([
  ['invert', 3, [8, 7, 6, 5, 4, 3]],
  ['turn-half', 3, [6, 5, 4, 3, 2, 1]],
  ['turn-clockwise', 2, [4, 1, 5, 2, 6, 3]],
  ['turn-counterclockwise', 2, [3, 6, 2, 5, 1, 4]],
] as const)('%s', (correction, width, expected) => {
  const found = correctFilm(SIX, [correction]);
  expect([found.width, [...found.data]]).toEqual([width, expected]);
  expect(found.corrections).toEqual([correction]);
});

it('does them in order, and names them', () => {
  const found = correctFilm(SIX, ['turn-clockwise', 'invert']);
  expect([...found.data]).toEqual([5, 8, 4, 7, 3, 6]);
  expect(found.corrections).toEqual(['turn-clockwise', 'invert']);
  expect(correctFilm(SIX, [])).toBe(SIX);
});

it('turns four times, or twice by half, to where it began', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), (w, h) => {
      const any = film(
        w,
        Array.from({ length: w * h }, (_, i) => (i * 7) % 10),
      );
      for (const correction of CORRECTIONS) {
        const again = correctFilm(any, new Array(4).fill(correction));
        expect([again.width, [...again.data]]).toEqual([w, [...any.data]]);
      }
    }),
  );
});

it('swaps the distances of a turned film, and forgets which way its rows ran', () => {
  const dicom = {
    spacing: { rowMm: 0.1, columnMm: 0.2, at: 'patient' },
    patientOrientation: 'L\\F',
  } as never;
  const turned = correctFilm({ ...SIX, dicom }, ['turn-clockwise']).dicom;
  expect(turned?.spacing).toEqual({ rowMm: 0.2, columnMm: 0.1, at: 'patient' });
  expect(turned?.patientOrientation).toBeNull();
  expect(correctFilm({ ...SIX, dicom }, ['invert']).dicom).toBe(dicom);
});
