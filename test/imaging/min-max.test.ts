import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minMax } from '../../src/imaging/min-max.ts';
import { selfTestFilm } from '../../src/imaging/self-test-film.ts';
import { readGolden, unpackBytes } from './golden.ts';

const row = (greys: number[]) => ({
  width: greys.length,
  height: 1,
  data: Float32Array.from(greys),
});

describe('minMax', () => {
  it('scales to [0, 1]', () => {
    expect([...minMax(row([10, 30, 20])).data]).toEqual([0, 1, 0.5]);
  });

  it('turns a constant film into zeros', () => {
    expect([...minMax(row([9, 9, 9])).data]).toEqual([0, 0, 0]);
  });

  it('does not depend on brightness and contrast', () => {
    const greys = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2 });
    fc.assert(
      fc.property(greys, fc.integer({ min: 1, max: 200 }), (data, gain) => {
        const plain = minMax(row(data)).data;
        const other = minMax(row(data.map((v) => v * gain + 17))).data;
        expect(plain.every((v, i) => Math.abs(v - (other[i] ?? 0)) < 1e-6)).toBe(true);
      }),
    );
  });
});

describe('selfTestFilm', () => {
  it('equals the one that training draws', () => {
    const { size, float64 } = readGolden<{ size: number; float64: string }>('self-test-film.json');
    const expected = new Float64Array(unpackBytes(float64).buffer);
    const { film, mask } = selfTestFilm(size);
    expect(film.length).toBe(expected.length);
    expect(film.every((v, i) => Math.abs(v - (expected[i] ?? 0)) < 1e-6)).toBe(true);
    const share = mask.reduce((a, b) => a + b, 0) / mask.length;
    // Two ellipses of pi * 0.15 * 0.32 each.
    expect(Math.abs(share - 2 * Math.PI * 0.15 * 0.32)).toBeLessThan(0.02);
  });
});
