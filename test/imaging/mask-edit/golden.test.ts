import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../src/imaging/film.ts';
import { paintStroke } from '../../../src/imaging/mask-edit/brush.ts';
import { fillGap, removePiece } from '../../../src/imaging/mask-edit/fill.ts';
import { growMask, shrinkMask } from '../../../src/imaging/mask-edit/grow.ts';
import { type PackedMask, unpackMask } from '../golden.ts';

interface Case {
  readonly name: string;
  readonly mask: PackedMask;
  readonly morphology: readonly {
    readonly rx: number;
    readonly ry: number;
    readonly grown: PackedMask;
    readonly shrunk: PackedMask;
  }[];
  readonly dabs: readonly {
    readonly x: number;
    readonly y: number;
    readonly rx: number;
    readonly ry: number;
    readonly painted: PackedMask;
    readonly erased: PackedMask;
  }[];
  readonly fills: readonly {
    readonly x: number;
    readonly y: number;
    readonly inside: boolean;
    readonly after: PackedMask | null;
  }[];
}

const FILE = new URL('../../golden/mask-edit/masks.json', import.meta.url);
const cases = JSON.parse(readFileSync(FILE, 'utf8')) as Case[];

function expectSame(found: Mask, golden: PackedMask): void {
  const expected = unpackMask(golden);
  expect([found.width, found.height]).toEqual([expected.width, expected.height]);
  expect(found.data.filter((value, i) => value !== expected.data[i])).toHaveLength(0);
}

describe.each(cases)('mask "$name"', ({ mask: packed, morphology, dabs, fills }) => {
  const mask = unpackMask(packed);

  it.each(morphology)('grows and shrinks by $rx x $ry as by skimage', (golden) => {
    const disc = { rxMaskPx: golden.rx, ryMaskPx: golden.ry };
    expectSame(growMask(mask, disc), golden.grown);
    expectSame(shrinkMask(mask, disc), golden.shrunk);
  });

  it.each(dabs)('takes a dab of $rx x $ry as by skimage.draw.ellipse', (golden) => {
    const at = { xMaskPx: golden.x, yMaskPx: golden.y };
    const disc = { rxMaskPx: golden.rx, ryMaskPx: golden.ry };
    expectSame(paintStroke(mask, { from: at, to: at, disc, value: 1 }), golden.painted);
    expectSame(paintStroke(mask, { from: at, to: at, disc, value: 0 }), golden.erased);
  });

  it('is filled and loses pieces as by skimage.segmentation.flood', () => {
    for (const { x, y, inside, after } of fills) {
      const at = { xMaskPx: x + 0.5, yMaskPx: y + 0.5 };
      const [changed, other] = inside
        ? [removePiece(mask, at), fillGap(mask, at)]
        : [fillGap(mask, at), removePiece(mask, at)];
      expect(other).toBeNull();
      if (after === null) expect(changed).toBeNull();
      else expectSame(changed as Mask, after);
    }
  });
});
