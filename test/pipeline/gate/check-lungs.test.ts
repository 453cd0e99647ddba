import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../src/imaging/film.ts';
import { lungShape } from '../../../src/imaging/lung-shape.ts';
import { checkDrawnLungs, checkLungs } from '../../../src/pipeline/gate/check-lungs.ts';
import { NOTHING_SAID } from '../../../src/pipeline/gate/pass-gate.ts';

const SIDE = 100;

/** A mask of 100 x 100 with these boxes [x0, y0, x1, y1) inside. */
function boxes(...all: readonly (readonly [number, number, number, number])[]): Mask {
  const data = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return all.some(([x0, y0, x1, y1]) => x >= x0 && x < x1 && y >= y0 && y < y1) ? 1 : 0;
  });
  return { width: SIDE, height: SIDE, data };
}

const known = (lungs: Mask) => ({ lungs, lungFraction: lungShape(lungs).fraction });
const check = (lungs: Mask) => () => checkLungs(NOTHING_SAID, known(lungs));

const TWO = boxes([20, 20, 40, 80], [60, 20, 80, 80]);

describe('lungShape', () => {
  it('counts area, pieces, the emptier half and what lies on the edges', () => {
    // 20 x 60 twice; the second mask adds 10 x 10 in a corner: 10 + 9 of 396 edge pixels.
    expect(lungShape(TWO)).toEqual({ fraction: 0.24, count: 2, smallerShare: 0.5, edgeShare: 0 });
    const corner = lungShape(boxes([20, 20, 40, 80], [60, 20, 80, 80], [0, 0, 10, 10]));
    expect(corner).toMatchObject({ fraction: 0.25, count: 3, edgeShare: 19 / 396 });
    expect(corner.smallerShare).toBeCloseTo(1200 / 2500, 12);
  });

  it('does not count specks, and gives zeros for an empty mask', () => {
    expect(lungShape(boxes([20, 20, 40, 80], [60, 20, 80, 80], [90, 90, 92, 92])).count).toBe(2);
    expect(lungShape(boxes())).toEqual({ fraction: 0, count: 0, smallerShare: 0, edgeShare: 0 });
  });
});

describe('checkLungs', () => {
  it('lets two lungs pass, and says nothing', () => {
    expect(check(TWO)()).toEqual({ gateOverridden: [], warnings: [] });
  });

  it.each([
    ['none', boxes(), 'no-lungs'],
    ['a speck', boxes([40, 40, 60, 60]), 'no-lungs'],
    ['nearly the whole film', boxes([0, 0, 100, 80]), 'lungs-implausible'],
    ['one side', boxes([10, 20, 40, 80]), 'lungs-one-sided'],
    [
      'pieces',
      boxes(
        [10, 10, 30, 30],
        [40, 10, 60, 30],
        [70, 10, 90, 30],
        [10, 60, 30, 80],
        [40, 60, 60, 80],
        [70, 60, 90, 80],
      ),
      'lungs-scattered',
    ],
    [
      'lungs that are one',
      boxes([20, 20, 40, 80], [60, 20, 80, 80], [40, 40, 60, 44]),
      'lungs-joined',
    ],
    ['half a lung', boxes([20, 20, 40, 80], [60, 20, 80, 44]), 'lungs-uneven'],
    ['a lung in the shoulder', boxes([20, 30, 40, 80], [75, 2, 95, 38]), 'lungs-misplaced'],
    ['a lung in the heart', boxes([10, 20, 30, 80], [42, 20, 56, 80]), 'lungs-misplaced'],
    [
      'a comb',
      boxes(
        [20, 20, 26, 80],
        [26, 20, 44, 24],
        [26, 36, 44, 40],
        [26, 52, 44, 56],
        [26, 68, 44, 72],
        [60, 20, 80, 80],
      ),
      'lungs-ragged',
    ],
  ])('refuses %s', (_, lungs, code) => {
    expect(check(lungs)).toThrow(expect.objectContaining({ code, known: known(lungs) }));
  });

  it('holds rough outlines to area and side alone', () => {
    const rough = known(boxes([20, 20, 40, 80], [60, 20, 80, 44]));
    expect(checkLungs(NOTHING_SAID, rough, [], 'rough')).toEqual(NOTHING_SAID);
    expect(() => checkLungs(NOTHING_SAID, rough, [], 'exact')).toThrow('far smaller');
  });

  it('warns of lungs that lie along the edges', () => {
    const cut = boxes([0, 0, 30, 70], [70, 0, 100, 70]);
    expect(check(cut)().warnings).toEqual(['lungs-at-edge']);
  });

  it('records what a person sets aside; an empty mask cannot be', () => {
    const oneSide = boxes([10, 20, 40, 80]);
    const record = checkLungs(NOTHING_SAID, known(oneSide), ['lungs-one-sided']);
    expect(record.gateOverridden).toEqual(['lungs-one-sided']);
    expect(() => checkLungs(NOTHING_SAID, known(boxes()), ['no-lungs'])).toThrow('No lungs');
  });

  it('leaves the shape of drawn lungs to the person who drew them', () => {
    expect(checkDrawnLungs(NOTHING_SAID, known(boxes([10, 20, 40, 80])))).toEqual(NOTHING_SAID);
    expect(() => checkDrawnLungs(NOTHING_SAID, known(boxes()))).toThrow('No lungs');
  });
});

const folder =
  process.env.MANET_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const table = `${folder}/segmentation.csv`;

it.skipIf(!existsSync(table))(
  'lets the area of every human mask pass (needs shared data, skipped without it)',
  () => {
    const [header = '', ...rows] = readFileSync(table, 'utf8').trim().split('\n');
    expect(header.trim().endsWith(',lung_fraction')).toBe(true);
    expect(rows.length).toBeGreaterThan(1000);
    for (const row of rows) {
      const lungFraction = Number(row.trim().split(',').at(-1));
      const pass = () => checkDrawnLungs(NOTHING_SAID, { lungs: TWO, lungFraction });
      expect(pass).not.toThrow();
    }
  },
);
