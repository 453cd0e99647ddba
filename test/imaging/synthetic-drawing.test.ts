import { describe, expect, it } from 'vitest';
import { blur } from '../../src/imaging/synthetic/blur.ts';
import { closedCurve, openCurve, type Point } from '../../src/imaging/synthetic/curve.ts';
import { drawTube } from '../../src/imaging/synthetic/draw-tube.ts';
import { fillPolygon } from '../../src/imaging/synthetic/fill-polygon.ts';
import { seededRandom } from '../../src/imaging/synthetic/seeded-random.ts';

const total = (picture: Float32Array): number => picture.reduce((a, b) => a + b, 0);

describe('blur', () => {
  it.each([2, 5, 11])(
    'spreads a point to a standard deviation of %s px and loses nothing',
    (sigma) => {
      const side = 129;
      const point = new Float32Array(side * side);
      point[64 * side + 64] = 1;
      const blurred = blur(point, side, sigma);
      expect(total(blurred)).toBeCloseTo(1, 4);
      const variance = blurred.reduce((sum, v, i) => sum + v * ((i % side) - 64) ** 2, 0);
      expect(Math.abs(Math.sqrt(variance) - sigma)).toBeLessThan(0.5);
      const vertical = blurred.reduce((sum, v, i) => sum + v * (Math.floor(i / side) - 64) ** 2, 0);
      expect(vertical).toBeCloseTo(variance, 2);
    },
  );

  it('keeps a constant picture constant to its borders', () => {
    const blurred = blur(new Float32Array(400).fill(3), 20, 6);
    expect(blurred.every((v) => Math.abs(v - 3) < 1e-5)).toBe(true);
  });
});

describe('curves', () => {
  const corners: Point[] = [
    [0.1, 0.2],
    [0.8, 0.1],
    [0.6, 0.7],
  ];

  it('go through their control points', () => {
    for (const curve of [openCurve(corners), closedCurve(corners)]) {
      for (const [u, v] of corners) {
        const nearest = Math.min(...curve.map((p) => Math.hypot(p[0] - u, p[1] - v)));
        expect(nearest).toBeLessThan(1e-9);
      }
    }
  });
});

describe('fillPolygon', () => {
  it('covers the area of a triangle', () => {
    const triangle: Point[] = [
      [0.1, 0.1],
      [0.9, 0.2],
      [0.4, 0.8],
    ];
    // Shoelace: |0.8 * 0.7 - 0.3 * 0.1| / 2.
    expect(total(fillPolygon(triangle, 400)) / 400 ** 2).toBeCloseTo(0.265, 3);
  });

  it('stops at the picture’s edges', () => {
    const beyond: Point[] = [
      [-1, -1],
      [2, -1],
      [2, 2],
      [-1, 2],
    ];
    expect(total(fillPolygon(beyond, 8))).toBe(64);
  });
});

describe('drawTube', () => {
  const straight: Point[] = [
    [0.2, 0.5],
    [0.8, 0.5],
  ];
  const draw = (marrow: number): Float32Array => {
    const picture = new Float32Array(101 * 101);
    drawTube(picture, 101, { curve: straight, radius: () => 0.1, grey: () => 2, marrow });
    return picture;
  };

  it('is as bright as a solid rod is thick', () => {
    const rod = draw(0);
    expect(rod[50 * 101 + 50]).toBeCloseTo(2, 5);
    // 6 px off an axis of 10.1 px radius.
    expect(rod[56 * 101 + 50]).toBeCloseTo(2 * Math.sqrt(1 - (6 / 10.1) ** 2), 4);
    expect(rod[61 * 101 + 50]).toBe(0);
    expect(rod[50 * 101 + 5]).toBe(0);
  });

  it('is fainter in the middle where there is marrow', () => {
    const bone = draw(0.8);
    expect(bone[50 * 101 + 50]).toBeLessThan(bone[58 * 101 + 50] ?? 0);
  });
});

describe('seededRandom', () => {
  it('is uniform on [0, 1) and repeats', () => {
    const [one, two] = [seededRandom(5), seededRandom(5)];
    const values = Array.from({ length: 10_000 }, one);
    expect(values).toEqual(Array.from({ length: 10_000 }, two));
    expect(values.every((v) => v >= 0 && v < 1)).toBe(true);
    const mean = values.reduce((a, b) => a + b) / values.length;
    // Standard error of the mean: 1 / sqrt(12 * 10000) = 0.003.
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.012);
  });
});
