import { describe, expect, it } from 'vitest';
import { fillHoles } from '../../src/imaging/fill-holes.ts';
import type { Mask } from '../../src/imaging/film.ts';
import { removeSmallObjects } from '../../src/imaging/remove-small-objects.ts';
import { resampleMask } from '../../src/imaging/resample-mask.ts';
import { postProcess } from '../../src/pipeline/post-process.ts';
import { type PackedMask, readGolden, unpackMask } from './golden.ts';

interface Case {
  readonly name: string;
  readonly mask: PackedMask;
  readonly filled: PackedMask;
  readonly withoutSmall: readonly { readonly maxSize: number; readonly mask: PackedMask }[];
  readonly postprocessed: PackedMask | null;
  readonly resized: readonly PackedMask[];
}

const cases = readGolden<Case[]>('masks.json');

/** Pixels in which two masks of the same size differ. */
function wrongPixels(found: Mask, golden: PackedMask): number {
  const expected = unpackMask(golden);
  expect([found.width, found.height]).toEqual([expected.width, expected.height]);
  expect(found.data.length).toBe(expected.data.length);
  return found.data.filter((value, i) => value !== expected.data[i]).length;
}

describe.each(cases)('mask "$name"', ({ mask: packed, filled, withoutSmall, resized }) => {
  const mask = unpackMask(packed);

  it('is filled as by scipy.ndimage.binary_fill_holes', () => {
    expect(wrongPixels(fillHoles(mask), filled)).toBe(0);
  });

  it.each(withoutSmall)('loses objects up to $maxSize pixels as by skimage', (golden) => {
    expect(wrongPixels(removeSmallObjects(mask, golden.maxSize), golden.mask)).toBe(0);
  });

  it.each(resized)('is resampled to $width pixels as by Pillow', (golden) => {
    expect(wrongPixels(resampleMask(mask, golden.width, golden.height), golden)).toBe(0);
  });
});

const square = cases.flatMap(({ name, mask, postprocessed }) =>
  postprocessed ? [{ name, mask, postprocessed }] : [],
);

it.each(square)('mask "$name" is post-processed as in training', ({ mask, postprocessed }) => {
  // The constants of training/manet/data/postprocess.py.
  const constants = {
    thresholdLogit: 0,
    fillHoles: true,
    smallObjectFraction: 0.01,
    mostObjects: 2,
  } as const;
  expect(wrongPixels(postProcess(unpackMask(mask), constants), postprocessed)).toBe(0);
});
