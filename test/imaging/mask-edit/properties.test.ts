import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintStroke } from '../../../src/imaging/mask-edit/brush.ts';
import { fillGap } from '../../../src/imaging/mask-edit/fill.ts';
import { growMask, shrinkMask } from '../../../src/imaging/mask-edit/grow.ts';
import {
  beginHistory,
  MOST_STEPS,
  pushMask,
  redo,
  undo,
} from '../../../src/imaging/mask-edit/history.ts';
import { sameMask } from '../../../src/imaging/mask-edit/same-mask.ts';
import { anyMask, drawn } from '../random-masks.ts';

const radius = fc.double({ min: 0.6, max: 6, noNaN: true });
const disc = fc.record({ rxMaskPx: radius, ryMaskPx: radius });
const coordinate = fc.double({ min: -4, max: 18, noNaN: true });
const point = fc.record({ xMaskPx: coordinate, yMaskPx: coordinate });

describe('paintStroke', () => {
  it('draws a straight band with round ends', () => {
    const blank = drawn(...Array.from({ length: 5 }, () => '.........'));
    const [from, to] = [
      { xMaskPx: 2.5, yMaskPx: 2.5 },
      { xMaskPx: 6.5, yMaskPx: 2.5 },
    ];
    const stroke = { from, to, disc: { rxMaskPx: 1.2, ryMaskPx: 1.2 }, value: 1 as const };
    const band = drawn('.........', '..#####..', '.#######.', '..#####..', '.........');
    expect(paintStroke(blank, stroke)).toEqual(band);
    expect(paintStroke(band, { ...stroke, value: 0 })).toEqual(blank);
  });

  it('draws no less than its dabs do, whichever way it goes', () => {
    fc.assert(
      fc.property(anyMask, point, point, disc, (mask, from, to, brush) => {
        const whole = paintStroke(mask, { from, to, disc: brush, value: 1 });
        for (const t of [0, 0.3, 1]) {
          const at = {
            xMaskPx: from.xMaskPx + t * (to.xMaskPx - from.xMaskPx),
            yMaskPx: from.yMaskPx + t * (to.yMaskPx - from.yMaskPx),
          };
          // A hair smaller: sums of floating-point numbers differ in their last digits.
          const less = { rxMaskPx: brush.rxMaskPx - 1e-6, ryMaskPx: brush.ryMaskPx - 1e-6 };
          const dab = paintStroke(mask, { from: at, to: at, disc: less, value: 1 });
          expect(dab.data.every((value, i) => value <= (whole.data[i] as number))).toBe(true);
        }
      }),
    );
  });

  it('hands back the same mask where it changes nothing', () => {
    const mask = drawn('##', '##');
    const at = { xMaskPx: 1, yMaskPx: 1 };
    const stroke = { from: at, to: at, disc: { rxMaskPx: 3, ryMaskPx: 3 } };
    expect(paintStroke(mask, { ...stroke, value: 1 })).toBe(mask);
  });
});

describe('growMask and shrinkMask', () => {
  it('are each other on the complement, and closing contains the mask', () => {
    fc.assert(
      fc.property(anyMask, disc, (mask, ellipse) => {
        const outside = { ...mask, data: mask.data.map((value) => 1 - value) };
        const shrunk = shrinkMask(mask, ellipse);
        expect(shrunk.data).toEqual(growMask(outside, ellipse).data.map((value) => 1 - value));
        const closed = shrinkMask(growMask(mask, ellipse), ellipse);
        expect(closed.data.every((value, i) => value >= (mask.data[i] as number))).toBe(true);
      }),
    );
  });
});

it('fillGap fills a drawn ring and leaves an open one', () => {
  const at = { xMaskPx: 2.5, yMaskPx: 2.5 };
  expect(fillGap(drawn('.....', '.###.', '.#.#.', '.###.', '.....'), at)).toEqual(
    drawn('.....', '.###.', '.###.', '.###.', '.....'),
  );
  expect(fillGap(drawn('.....', '.###.', '.#...', '.###.', '.....'), at)).toBeNull();
  expect(fillGap(drawn('..'), { xMaskPx: 9, yMaskPx: 0 })).toBeNull();
});

describe('the history', () => {
  it('undoes and redoes any steps', () => {
    fc.assert(
      fc.property(fc.array(anyMask, { minLength: 1, maxLength: 8 }), (masks) => {
        const [first, ...rest] = masks as [(typeof masks)[0], ...typeof masks];
        let history = rest.reduce(pushMask, beginHistory(first));
        for (const mask of masks.slice(0, -1).reverse()) {
          history = undo(history);
          expect(history.mask).toEqual(mask);
        }
        expect(undo(history)).toEqual(history);
        for (const mask of rest) {
          history = redo(history);
          expect(history.mask).toEqual(mask);
        }
        expect(redo(history)).toEqual(history);
      }),
    );
  });

  it('forgets what was undone at the next step, and the oldest steps of very many', () => {
    const mask = (name: string) => drawn(name);
    let history = undo(pushMask(beginHistory(mask('.')), mask('#')));
    history = pushMask(history, mask('##'));
    expect(redo(history)).toEqual(history);
    for (let i = 0; i < 2 * MOST_STEPS; i++) history = pushMask(history, mask('#'.repeat(i + 3)));
    expect(history.past).toHaveLength(MOST_STEPS);
    expect(pushMask(history, history.mask)).toBe(history);
  });
});

it('sameMask tells masks by their pixels', () => {
  expect(sameMask(drawn('#.'), drawn('#.'))).toBe(true);
  expect(sameMask(drawn('#.'), drawn('##'))).toBe(false);
  expect(sameMask(drawn('##'), drawn('#', '#'))).toBe(false);
});
