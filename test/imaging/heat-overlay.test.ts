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

describe('upsampleHeat of a network that saw a part of the film', () => {
  const box = { left: 0.25, top: 0.5, width: 0.5, height: 0.25 };

  it('is the same map inside its box and nothing outside', () => {
    // The box holds columns 2 to 5 and rows 4 and 5 of 8 x 8.
    const inside = upsampleHeat(heat, 4, 2).data;
    const { data } = upsampleHeat({ ...heat, box }, 8, 8);
    expect([...data.slice(34, 38), ...data.slice(42, 46)]).toEqual([...inside]);
    const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0);
    expect(sum(data)).toBeCloseTo(sum(inside), 6);
  });

  it('equals the map of the whole film where the box is the whole film', () => {
    const whole = { left: 0, top: 0, width: 1, height: 1 };
    const grid = { side: 3, data: Float32Array.of(0, 0.2, 0.9, 1, 0.4, 0, 0.3, 0.3, 0.7) };
    const boxed = upsampleHeat({ ...grid, box: whole }, 41, 30).data;
    const plain = upsampleHeat(grid, 41, 30).data;
    expect(boxed.every((v, i) => Math.abs(v - (plain[i] as number)) < 1e-6)).toBe(true);
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
