import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentiles } from '../../src/imaging/percentiles.ts';
import { applyWindow, defaultWindow } from '../../src/imaging/window-level.ts';

const row = (...greys: number[]) => ({
  width: greys.length,
  height: 1,
  data: Float32Array.from(greys),
});

describe('applyWindow', () => {
  it('follows the example of DICOM PS3.3 C.11.2.1.2.1: centre 2048, width 4096', () => {
    // "if (x <= 0) then y = 0, else if (x > 4095) then y = 255, else y = ((x - 2047.5) / 4095 + 0.5) * 255"
    const greys = row(-5, 0, 1000, 2047.5, 4095, 4096);
    expect([...applyWindow(greys, { centre: 2048, width: 4096 })]).toEqual([
      0,
      0,
      Math.round(((1000 - 2047.5) / 4095 + 0.5) * 255),
      128, // 127.5, to the even neighbour
      255,
      255,
    ]);
  });

  it('is a threshold at width 1: centre 2048 gives x <= 2047.5 black', () => {
    expect([...applyWindow(row(2047, 2047.5, 2048), { centre: 2048, width: 1 })]).toEqual([
      0, 0, 255,
    ]);
  });

  it('leaves 8-bit greys alone at centre 128, width 256', () => {
    const greys = row(...Array.from({ length: 256 }, (_, i) => i));
    expect([...applyWindow(greys, { centre: 128, width: 256 })]).toEqual([...greys.data]);
  });

  it('never falls as the grey rises', () => {
    const grey = fc.integer({ min: -100, max: 70_000 });
    fc.assert(
      fc.property(
        fc.array(grey),
        grey,
        fc.integer({ min: 1, max: 70_000 }),
        (greys, centre, width) => {
          const shown = applyWindow(row(...greys.sort((a, b) => a - b)), { centre, width });
          expect([...shown]).toEqual([...shown].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('refuses a width below 1', () => {
    expect(() => applyWindow(row(1), { centre: 0, width: 0.5 })).toThrow(RangeError);
  });
});

describe('defaultWindow', () => {
  it('spreads the film from black to white, whatever a few burned-in pixels say', () => {
    const greys = row(...Array.from({ length: 10_000 }, (_, i) => 1000 + (i % 1001)), 65535);
    const window = defaultWindow(greys);
    const shown = applyWindow(greys, window);
    expect(shown[0]).toBe(0);
    expect(shown[1000]).toBe(255);
    // 16 greys: one histogram bin of (65535 - 1000) / 4095.
    expect(Math.abs(window.width - 991)).toBeLessThan(2 * 16);
  });

  it('stands a constant film', () => {
    expect(defaultWindow(row(7, 7, 7))).toEqual({ centre: 7.5, width: 1 });
  });
});

describe('percentiles', () => {
  it('equal the sorted film within one bin', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (greys, share) => {
          const sorted = greys.toSorted((a, b) => a - b);
          const [found = Number.NaN] = percentiles(Float32Array.from(greys), [share]);
          const expected = sorted[Math.max(0, Math.ceil(share * greys.length) - 1)] ?? Number.NaN;
          expect(Math.abs(found - expected)).toBeLessThan(256 / 4095);
        },
      ),
    );
  });
});
