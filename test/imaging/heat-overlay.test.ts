import { describe, expect, it } from 'vitest';
import { INFERNO } from '../../src/imaging/colour-map.ts';
import { heatToGrey8, heatToRgba, upsampleHeat } from '../../src/imaging/heat-overlay.ts';

const heat = { side: 2, data: Float32Array.of(0, 1, 1, 0) };

describe('upsampleHeat', () => {
  it('is bilinear between cell centres and level beyond them', () => {
    // Cell centres lie at 1 and 3 of 4 film pixels, pixel centres at 0.5, 1.5, 2.5, 3.5.
    expect([...upsampleHeat(heat, 4, 2).data]).toEqual([0, 0.25, 0.75, 1, 1, 0.75, 0.25, 0]);
  });

  it('stays within [0, 1] on a film of any shape', () => {
    const { width, height, data } = upsampleHeat(heat, 301, 17);
    expect([width, height, data.length]).toEqual([301, 17, 301 * 17]);
    expect(data.every((v) => v >= 0 && v <= 1)).toBe(true);
  });
});

describe('heat in colour', () => {
  const grid = { width: 3, height: 1, data: Float32Array.of(0, 0.5, 1) };

  it('is 8-bit grey', () => {
    expect([...heatToGrey8(grid)]).toEqual([0, 128, 255]);
  });

  it('is clear where cold and as opaque as asked where hot', () => {
    const rgba = heatToRgba(grid, INFERNO, 0.6);
    expect([...rgba.filter((_, i) => i % 4 === 3)]).toEqual([0, 76, 153]);
    expect([...rgba.slice(8, 11)]).toEqual([...INFERNO.rgb.slice(-3)]);
  });
});
