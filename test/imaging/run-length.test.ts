import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRuns, encodeRuns } from '../../src/imaging/run-length.ts';

const masks = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .array(fc.integer({ min: 0, max: 1 }), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((bits) => ({ width, height, data: Uint8Array.from(bits) })),
  );

it('gives back every mask as it was', () => {
  fc.assert(
    fc.property(masks, (mask) => {
      expect(decodeRuns(encodeRuns(mask))).toEqual(mask);
    }),
  );
});

it('counts runs row by row, outside first', () => {
  const { runs } = encodeRuns({ width: 3, height: 2, data: Uint8Array.of(1, 1, 0, 0, 0, 1) });
  expect([...runs]).toEqual([0, 2, 3, 1]);
});

it('refuses runs that do not fill the mask', () => {
  expect(() => decodeRuns({ width: 2, height: 2, runs: Uint32Array.of(1, 2) })).toThrow(RangeError);
});
