import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resample } from '../../src/imaging/resample.ts';
import { readGolden, unpackBytes } from './golden.ts';

interface Case {
  readonly from: { readonly width: number; readonly height: number; readonly grey: string };
  readonly to: { readonly width: number; readonly height: number };
  readonly grey8: string;
  readonly float32: string;
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return most;
};

describe('resample', () => {
  const cases = readGolden<Case[]>('resample.json');
  it.each(
    cases.map(
      (c) => [`${c.from.width}x${c.from.height} -> ${c.to.width}x${c.to.height}`, c] as const,
    ),
  )('equals Pillow, %s', (_, { from, to, grey8, float32 }) => {
    const data = Float32Array.from(unpackBytes(from.grey));
    const small = resample({ width: from.width, height: from.height, data }, to.width, to.height);
    expect(small).toMatchObject({ width: to.width, height: to.height });
    // Pillow mode 'L' rounds twice, after each pass.
    expect(largestDifference(small.data, unpackBytes(grey8))).toBeLessThanOrEqual(1);
    const exact = new Float32Array(unpackBytes(float32).buffer);
    expect(largestDifference(small.data, exact)).toBeLessThan(1e-4);
  });

  it('keeps a constant constant and every value within the range of its input', () => {
    const side = fc.integer({ min: 1, max: 30 });
    const value = fc.integer({ min: 0, max: 65535 });
    fc.assert(
      fc.property(
        side,
        side,
        side,
        side,
        fc.array(value, { minLength: 1 }),
        (w, h, ow, oh, greys) => {
          const data = Float32Array.from({ length: w * h }, (_, i) => greys[i % greys.length] ?? 0);
          const low = data.reduce((a, b) => Math.min(a, b));
          const high = data.reduce((a, b) => Math.max(a, b));
          const out = resample({ width: w, height: h, data }, ow, oh).data;
          expect(out.length).toBe(ow * oh);
          // Two float32 roundings of up to 2^-24 each.
          expect(out.every((v) => v >= low - 0.01 && v <= high + 0.01)).toBe(true);
        },
      ),
    );
  });

  it('never hands back the caller’s own array', () => {
    const data = Float32Array.of(1, 2, 3, 4);
    const same = resample({ width: 2, height: 2, data }, 2, 2);
    expect(same.data).toEqual(data);
    expect(same.data).not.toBe(data);
  });

  it('refuses sizes that are no pictures', () => {
    const dot = { width: 1, height: 1, data: Float32Array.of(1) };
    expect(() => resample(dot, 0, 4)).toThrow(RangeError);
    expect(() => resample(dot, 4, 2.5)).toThrow('4 x 2.5');
  });
});
