import { expect, it } from 'vitest';
import { keepLargest } from '../../src/imaging/keep-largest.ts';
import { type PackedMask, readGolden, unpackMask } from './golden.ts';

interface Case {
  readonly mask: PackedMask;
  readonly count: number;
  readonly kept: PackedMask;
}

it.each(readGolden<Case[]>('keep-largest.json'))(
  'keeps the largest objects that scipy.ndimage.label finds, up to $count',
  ({ mask, count, kept }) => {
    expect(keepLargest(unpackMask(mask), count)).toEqual(unpackMask(kept));
  },
);
