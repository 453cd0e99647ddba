import { describe, expect, it } from 'vitest';
import { areaCm2, lungShares } from '../../src/imaging/lung-shares.ts';
import { drawn } from './random-masks.ts';

describe('lungShares', () => {
  it('counts each piece to the nearer of the two largest', () => {
    const mask = drawn('##....####', '##....####', '...#......');
    expect(lungShares(mask)).toEqual({ pictureLeft: 5 / 13, pictureRight: 1 - 5 / 13 });
  });

  it('cuts lungs that touch through their middle', () => {
    expect(lungShares(drawn('######'))).toEqual({ pictureLeft: 0.5, pictureRight: 0.5 });
  });

  it('knows none in an empty mask', () => {
    expect(lungShares(drawn('...'))).toBeNull();
  });
});

it('areaCm2 takes rows and columns as they are spaced', () => {
  // A quarter of 200 mm x 100 mm: 50 cm2.
  const film = { widthFilmPx: 1000, heightFilmPx: 1000 };
  expect(areaCm2(0.25, film, { rowMm: 0.2, columnMm: 0.1, at: 'patient' })).toBeCloseTo(50, 9);
});
