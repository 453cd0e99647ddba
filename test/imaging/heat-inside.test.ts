import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/imaging/film.ts';
import { heatInside } from '../../src/imaging/heat-inside.ts';

/** A mask of side x side pixels, 1 where `inside` says so. */
function square(side: number, inside: (x: number, y: number) => boolean): Mask {
  const data = Uint8Array.from({ length: side * side }, (_, i) =>
    inside(i % side, Math.floor(i / side)) ? 1 : 0,
  );
  return { width: side, height: side, data };
}

const leftHalf = square(8, (x) => x < 4);

describe('the share of heat inside a mask', () => {
  it('is the share of the area where the heat is the same everywhere', () => {
    const even = { side: 2, data: Float32Array.of(0.5, 0.5, 0.5, 0.5) };
    expect(heatInside(even, leftHalf)).toBeCloseTo(0.5, 6);
    expect(
      heatInside(
        even,
        square(8, () => true),
      ),
    ).toBe(1);
    expect(
      heatInside(
        even,
        square(8, () => false),
      ),
    ).toBe(0);
  });

  it('counts the heat and not the area', () => {
    // Upsampled from (1, 0) to 8 columns by the triangle filter: 1, 1, 7/8, 5/8 | 3/8, 1/8, 0, 0.
    const left = { side: 2, data: Float32Array.of(1, 0, 1, 0) };
    expect(heatInside(left, leftHalf)).toBeCloseTo(3.5 / 4, 6);
  });

  it('does not depend on how hot the map is', () => {
    const weak = { side: 2, data: Float32Array.of(0.2, 0.1, 0, 0) };
    const strong = { side: 2, data: Float32Array.of(0.8, 0.4, 0, 0) };
    expect(heatInside(weak, leftHalf)).toBeCloseTo(heatInside(strong, leftHalf) as number, 6);
  });

  it('counts a box’s heat where the box lies', () => {
    // Even heat over columns 2 to 5 of 8: half of it over the left half of the mask.
    const box = { left: 0.25, top: 0, width: 0.5, height: 1 };
    expect(heatInside({ side: 1, data: Float32Array.of(1), box }, leftHalf)).toBeCloseTo(0.5, 6);
    const left = { left: 0, top: 0.25, width: 0.5, height: 0.5 };
    expect(heatInside({ side: 1, data: Float32Array.of(1), box: left }, leftHalf)).toBe(1);
  });

  it('is unknown where there is no heat at all', () => {
    expect(heatInside({ side: 1, data: Float32Array.of(0) }, leftHalf)).toBeNull();
  });
});
