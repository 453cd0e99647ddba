import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectedComponents } from '../../src/imaging/connected-components.ts';
import { contours, signedArea } from '../../src/imaging/contour.ts';
import { anyMask, drawn } from './random-masks.ts';

const points = (xy: Int32Array): number[][] =>
  Array.from({ length: xy.length / 2 }, (_, i) => [...xy.slice(i * 2, i * 2 + 2)]);

describe('contours', () => {
  it('runs around the corners of an object, clockwise on the screen', () => {
    const [outline, ...rest] = contours(drawn('....', '.##.', '.#..'));
    expect(rest).toEqual([]);
    expect(points(outline?.xyMaskPx ?? new Int32Array())).toEqual([
      [3, 1],
      [3, 2],
      [2, 2],
      [2, 3],
      [1, 3],
      [1, 1],
    ]);
  });

  it('gives a hole its own outline with negative area', () => {
    expect(contours(drawn('###', '#.#', '###')).map(signedArea)).toEqual([9, -1]);
  });

  it('parts pixels that touch at a corner', () => {
    expect(contours(drawn('#.', '.#')).map(signedArea)).toEqual([1, 1]);
  });

  it('encloses as many pixels as the mask has, in one outer outline for each object', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        const found = contours(mask).map(signedArea);
        const pixels = mask.data.reduce((a, b) => a + b, 0);
        expect(found.reduce((a, b) => a + b, 0)).toBe(pixels);
        const objects = connectedComponents(mask, 1).areas.length - 1;
        expect(found.filter((area) => area > 0).length).toBe(objects);
      }),
    );
  });

  it('turns at every corner, along the pixel grid, inside the mask', () => {
    fc.assert(
      fc.property(anyMask, (mask) => {
        for (const { xyMaskPx } of contours(mask)) {
          const corners = points(xyMaskPx);
          corners.forEach(([x = 0, y = 0], i) => {
            const [nextX = 0, nextY = 0] = corners[(i + 1) % corners.length] ?? [];
            const [afterX = 0] = corners[(i + 2) % corners.length] ?? [];
            expect((x === nextX) !== (y === nextY)).toBe(true);
            expect((x === nextX) !== (nextX === afterX)).toBe(true);
            expect(x >= 0 && x <= mask.width && y >= 0 && y <= mask.height).toBe(true);
          });
        }
      }),
    );
  });
});
