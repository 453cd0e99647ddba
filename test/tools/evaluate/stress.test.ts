import { describe, expect, it } from 'vitest';
import { setFrameAside } from '../../../src/imaging/set-frame-aside.ts';
import { putBack, stressFigures } from '../../../tools/evaluate/stress.ts';
import { filmOf } from '../../pipeline/test-films.ts';

describe('figures of stage 1 under stress', () => {
  it('means all films, the worst tenth, and those whose lungs are refused', () => {
    const measured = Array.from({ length: 20 }, (_, i) => ({
      change: 'blurred',
      iou: (i + 1) / 20,
      refused: i === 0,
    }));
    const figures = stressFigures('blurred', measured);
    expect(figures.meanIou).toBeCloseTo(10.5 / 20);
    // The two worst of twenty: 1/20 and 2/20.
    expect(figures.worstTenth).toBeCloseTo(1.5 / 20);
    expect(figures.refused).toBeCloseTo(1 / 20);
  });

  it('puts lungs of a film without its frame back into the whole picture', () => {
    const framed = filmOf(300, 240, (u, v) =>
      u < 0.1 || u > 0.9 || v < 0.1 || v > 0.9 ? 255 : 40 + 100 * u + 60 * v,
    );
    const inner = setFrameAside(framed);
    expect([inner.width, inner.height]).toEqual([240, 192]);
    const lungs = { width: 2, height: 2, data: Uint8Array.of(1, 0, 1, 0) };
    const { data } = putBack(lungs, inner, 300, 240);
    const at = (x: number, y: number) => data[y * 300 + x];
    expect([at(29, 120), at(31, 120), at(140, 120), at(160, 120), at(31, 20)]).toEqual([
      0, 1, 1, 0, 0,
    ]);
  });
});
