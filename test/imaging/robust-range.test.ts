import { describe, expect, it } from 'vitest';
import { robustRange } from '../../src/imaging/robust-range.ts';
import { scaleGreys } from '../../src/imaging/scale-greys.ts';
import { readGolden, unpackBytes } from './golden.ts';

interface Case {
  readonly width: number;
  readonly height: number;
  readonly greys: string;
  readonly scaled: string;
}

const floats = (packed: string) => new Float32Array(unpackBytes(packed).buffer);

describe('robustRange', () => {
  it('takes the values at ranks 0.005 (n - 1), down, and 0.995 (n - 1), up', () => {
    // 0 to 400, shuffled by a step that shares no factor with 401: ranks 2 and 398.
    const values = Float32Array.from({ length: 401 }, (_, i) => (i * 17) % 401);
    expect(robustRange(values)).toEqual({ low: 2, high: 398 });
    // Of 402 values the ranks are floor(2.005) and ceil(398.995).
    expect(robustRange(Float32Array.from({ length: 402 }, (_, i) => 401 - i))).toEqual({
      low: 2,
      high: 399,
    });
  });

  it('leaves its values in their order, and has an answer for none', () => {
    const values = Float32Array.from([3, 1, 2]);
    expect(robustRange(values)).toEqual({ low: 1, high: 3 });
    expect([...values]).toEqual([3, 1, 2]);
    expect(robustRange(new Float32Array())).toEqual({ low: 0, high: 0 });
  });
});

describe('scaleGreys by the robust range', () => {
  const cases = readGolden<Case[]>('robust-range.json');

  it.each(cases)('equals training on $width x $height pixels', (one) => {
    const data = floats(one.greys);
    const { width, height } = one;
    const scaled = scaleGreys({ width, height, data }, '0.5-99.5 %').data;
    const expected = floats(one.scaled);
    expect(scaled.length).toBe(expected.length);
    expect(scaled.every((v, i) => Math.abs(v - (expected[i] as number)) < 1e-6)).toBe(true);
  });

  it('is not dimmed by a letter, as the extremes are', () => {
    const data = Float32Array.from({ length: 1000 }, (_, i) => (i < 4 ? 255 : i % 50));
    const film = { width: 100, height: 10, data };
    const brightest = (range: 'min-max' | '0.5-99.5 %') =>
      scaleGreys(film, range)
        .data.slice(4)
        .reduce((a, b) => Math.max(a, b));
    expect(brightest('min-max')).toBeCloseTo(49 / 255);
    expect(brightest('0.5-99.5 %')).toBe(1);
  });
});
