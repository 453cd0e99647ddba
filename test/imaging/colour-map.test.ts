import { describe, expect, it } from 'vitest';
import { INFERNO } from '../../src/imaging/colour-map.ts';

/** CIELAB of an sRGB entry under D65 (IEC 61966-2-1, CIE 15). */
function lab(entry: number): { l: number; a: number; b: number } {
  const [r = 0, g = 0, b = 0] = Array.from(INFERNO.rgb.slice(entry * 3, entry * 3 + 3), (v) =>
    v <= 0.04045 * 255 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
  );
  const f = (t: number): number =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

const entries = Array.from({ length: 256 }, (_, i) => lab(i));

describe('inferno', () => {
  it('has 256 colours from near black to pale yellow', () => {
    expect(INFERNO.rgb.length).toBe(768);
    // matplotlib's own first and last entries: (0.0015, 0.0005, 0.0139) and (0.9884, 0.9984, 0.6449).
    expect([...INFERNO.rgb.slice(0, 3)]).toEqual([0, 0, 4]);
    expect([...INFERNO.rgb.slice(-3)]).toEqual([252, 255, 164]);
  });

  it('grows lighter with every sixteenth of the range, and never darker by a visible step', () => {
    for (let i = 0; i < 255; i++) {
      expect((entries[i + 1]?.l ?? 0) - (entries[i]?.l ?? 0)).toBeGreaterThan(-0.2);
    }
    for (let i = 0; i + 16 < 256; i += 16) {
      expect((entries[i + 16]?.l ?? 0) - (entries[i]?.l ?? 0)).toBeGreaterThan(3);
    }
  });

  it('has no jumps: neighbours lie within a few units of CIELAB', () => {
    for (let i = 0; i < 255; i++) {
      const [p, q] = [lab(i), lab(i + 1)];
      expect(Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b)).toBeLessThan(3);
    }
  });
});
