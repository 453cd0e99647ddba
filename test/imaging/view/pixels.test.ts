import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greyPyramid, halve, levelFor } from '../../../src/imaging/view/grey-pyramid.ts';
import { lengthFilmPx, lengthMm } from '../../../src/imaging/view/measure.ts';
import { dragWindow, startWindow, windowOver } from '../../../src/imaging/view/start-window.ts';
import { windowLut } from '../../../src/imaging/view/window-lut.ts';
import { applyWindow } from '../../../src/imaging/window-level.ts';

const FACTS = { window: 'full range' } as never;

function film(data: number[], maxValue: number, rest = {}) {
  const size = { width: data.length, height: 1, data: Float32Array.from(data) };
  return { name: 'a', format: 'png' as const, maxValue, ...size, ...rest };
}

describe('the window', () => {
  it('looks greys up as the DICOM formula gives them', () => {
    const window = fc.record({
      centre: fc.double({ min: 0, max: 300, noNaN: true }),
      width: fc.double({ min: 1, max: 400, noNaN: true }),
    });
    const greys = Float32Array.from({ length: 256 }, (_, i) => i);
    fc.assert(
      fc.property(window, (given) => {
        const wanted = applyWindow({ width: 256, height: 1, data: greys }, given);
        expect([...windowLut(given, 255, false)]).toEqual([...wanted]);
        expect([...windowLut(given, 255, true)]).toEqual([...wanted].map((grey) => 255 - grey));
      }),
    );
  });

  it('shows a DICOM film as its own window left it, another from its darkest to its brightest', () => {
    const dicom = windowLut(
      startWindow(film([900, 50_000], 65_535, { dicom: FACTS })),
      65_535,
      false,
    );
    expect([dicom[0], dicom[65_535], dicom[32_768]]).toEqual([0, 255, 128]);
    const plain = windowLut(startWindow(film([10, 60, 110], 255)), 255, false);
    expect([plain[10], plain[60], plain[110]]).toEqual([0, 128, 255]);
    expect(startWindow(film([7, 7], 255))).toEqual({ centre: 7.5, width: 1 });
  });

  it('widens to the right, darkens downwards, and keeps within the greys', () => {
    const start = windowOver(0, 255);
    expect(dragWindow(start, 10, 4, 255)).toEqual({ centre: 130, width: 261 });
    expect(dragWindow(start, -1e5, -1e5, 255)).toEqual({ centre: 0, width: 1 });
    expect(dragWindow(start, 1e5, 1e5, 255)).toEqual({ centre: 256, width: 512 });
  });
});

describe('the pyramid', () => {
  it('averages 2 x 2 pixels, the last row and column alone', () => {
    const level = { width: 3, height: 3, data: Uint8Array.of(1, 3, 9, 5, 8, 11, 20, 22, 30) };
    expect(halve(level)).toEqual({ width: 2, height: 2, data: Uint8Array.of(4, 10, 21, 30) });
  });

  it('keeps 16 bits, rounds, and ends near 512 pixels', () => {
    const side = 2100;
    const data = new Float32Array(side * 4).fill(60_000.4);
    const given = { ...film([], 65_535), width: side, height: 4, data };
    const levels = greyPyramid(given);
    expect(levels.map(({ width, height }) => [width, height])).toEqual([
      [2100, 4],
      [1050, 2],
      [525, 1],
    ]);
    expect(new Set(levels.flatMap(({ data: greys }) => [...greys]))).toEqual(new Set([60_000]));
  });

  it('draws from the coarsest level that is still sharp', () => {
    expect([2, 1, 0.6, 0.5, 0.3, 0.25, 0.01].map((scale) => levelFor(scale, 4))).toEqual([
      0, 0, 0, 1, 1, 2, 3,
    ]);
  });
});

it('measures in film pixels and in millimetres', () => {
  const [from, to] = [
    { xFilmPx: 10, yFilmPx: 10 },
    { xFilmPx: 40, yFilmPx: 50 },
  ];
  expect(lengthFilmPx(from, to)).toBe(50);
  // 30 x 0.2 and 40 x 0.2 mm.
  expect(lengthMm(from, to, { rowMm: 0.2, columnMm: 0.2, at: 'detector' })).toBeCloseTo(10, 9);
  expect(lengthMm(from, to, { rowMm: 0.4, columnMm: 0.4 / 3, at: 'patient' })).toBeCloseTo(
    16.492,
    3,
  );
});
