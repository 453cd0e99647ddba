import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../src/imaging/connected-components.ts';
import { fillHoles } from '../../src/imaging/fill-holes.ts';
import { removeSmallObjects } from '../../src/imaging/remove-small-objects.ts';
import { resampleMask } from '../../src/imaging/resample-mask.ts';
import { anyMask, drawn } from './random-masks.ts';

describe('connectedComponents', () => {
  it('parts objects that touch at a corner and counts their pixels', () => {
    const { labels, areas } = connectedComponents(drawn('##.', '..#', '#.#'), 1);
    expect([...labels]).toEqual([1, 1, 0, 0, 0, 2, 3, 0, 2]);
    expect(areas).toEqual([4, 2, 2, 1]);
  });

  it('labels every pixel of the wanted value and no other', () => {
    fc.assert(
      fc.property(anyMask, fc.constantFrom(0 as const, 1 as const), (mask, value) => {
        const { labels, areas } = connectedComponents(mask, value);
        mask.data.forEach((pixel, i) => {
          expect((labels[i] ?? 0) > 0).toBe(pixel === value);
        });
        expect(areas.reduce((a, b) => a + b)).toBe(mask.data.length);
      }),
    );
  });
});

describe('fillHoles and removeSmallObjects', () => {
  it('are idempotent; one only adds pixels, the other only takes them', () => {
    fc.assert(
      fc.property(anyMask, fc.integer({ min: 0, max: 20 }), (mask, limit) => {
        const filled = fillHoles(mask);
        expect(fillHoles(filled)).toEqual(filled);
        expect(filled.data.every((v, i) => v >= (mask.data[i] ?? 0))).toBe(true);
        const cleaned = removeSmallObjects(mask, limit);
        expect(removeSmallObjects(cleaned, limit)).toEqual(cleaned);
        expect(cleaned.data.every((v, i) => v <= (mask.data[i] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('resampleMask', () => {
  it('commutes with mirroring', () => {
    const mirror = (m: { width: number; data: Uint8Array }): Uint8Array =>
      m.data.map((_, i) => m.data[i - (i % m.width) + m.width - 1 - (i % m.width)] ?? 0);
    fc.assert(
      fc.property(anyMask, fc.integer({ min: 1, max: 20 }), (mask, side) => {
        const plain = resampleMask(mask, side, side);
        const mirrored = resampleMask({ ...mask, data: mirror(mask) }, side, side);
        expect(mirrored.data).toEqual(mirror(plain));
      }),
    );
  });

  it('refuses sizes that are no pictures', () => {
    expect(() => resampleMask(drawn('#'), -1, 3)).toThrow(RangeError);
  });
});
