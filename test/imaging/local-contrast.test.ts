import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxMean } from '../../src/imaging/box-mean.ts';
import { localContrast } from '../../src/imaging/local-contrast.ts';
import { readGolden, unpackBytes } from './golden.ts';

interface Case {
  readonly width: number;
  readonly height: number;
  readonly reach: number;
  readonly grey: string;
  readonly evened: string;
}

describe('boxMean', () => {
  it('mirrors the picture beyond its edges', () => {
    // 1 2 3 becomes 1 | 1 2 3 | 3; in two equal rows the mean of three rows is that of one.
    const means = boxMean(Float64Array.of(1, 2, 3, 1, 2, 3), 3, 2, 1);
    const row = [4 / 3, 2, 8 / 3];
    [...row, ...row].forEach((mean, i) => {
      expect(means[i]).toBeCloseTo(mean, 12);
    });
  });

  it('refuses a reach beyond the mirrored picture', () => {
    expect(() => boxMean(new Float64Array(6), 3, 2, 2)).toThrow(RangeError);
  });
});

describe('localContrast', () => {
  it.each(readGolden<Case[]>('local-contrast.json'))(
    'is what SciPy’s uniform_filter gives, $width x $height within $reach',
    ({ width, height, reach, grey, evened }) => {
      const data = Float32Array.from(unpackBytes(grey), (value) => value / 255);
      const found = localContrast({ width, height, data }, reach).data;
      const golden = new Float64Array(unpackBytes(evened).buffer);
      expect(found.length).toBe(golden.length);
      golden.forEach((value, i) => {
        expect(Math.abs((found[i] as number) - value)).toBeLessThan(1e-5);
      });
    },
  );

  it('stays in [0, 1], and leaves a flat film in the middle', () => {
    const film = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
      minLength: 64,
      maxLength: 64,
    });
    fc.assert(
      fc.property(film, fc.nat(7), (greys, reach) => {
        const { data } = localContrast(
          { width: 8, height: 8, data: Float32Array.from(greys) },
          reach,
        );
        expect(data.every((value) => value >= 0 && value <= 1)).toBe(true);
      }),
    );
    const flat = localContrast({ width: 8, height: 8, data: new Float32Array(64).fill(0.25) }, 3);
    flat.data.forEach((value) => {
      expect(value).toBeCloseTo(0.5, 4);
    });
  });
});
