import { describe, expect, test } from 'vitest';
import { DicomError } from '../../src/dicom/dicom-error.ts';
import { renderNative } from './render.ts';
import { filmFile, type WrittenElement } from './write-dicom.ts';

const grey = (x: number, top = 4095) => Math.fround((65_535 * x) / top);
const inverted = (x: number, top = 4095) => Math.fround(65_535 * (1 - x / top));
const STORED = [0, 1000, 2000, 3000, 4000, 4095];

describe('what is white', () => {
  test.each<[string, WrittenElement[], (x: number) => number]>([
    ['MONOCHROME2', [], grey],
    ['MONOCHROME1', [['00280004', 'CS', 'MONOCHROME1']], inverted],
    ['MONOCHROME2 with the shape INVERSE', [['20500020', 'CS', 'INVERSE']], inverted],
    ['MONOCHROME2 with the shape IDENTITY', [['20500020', 'CS', 'IDENTITY']], grey],
    [
      'MONOCHROME1 with the shape INVERSE, which is the same said twice',
      [
        ['00280004', 'CS', 'MONOCHROME1'],
        ['20500020', 'CS', 'INVERSE'],
      ],
      inverted,
    ],
  ])('%s', (_, changes, expected) => {
    expect([...renderNative(filmFile(...changes)).data]).toEqual(STORED.map((x) => expected(x)));
  });
});

describe('padding around the film', () => {
  test('is black and does not stretch the range, inverted or not', () => {
    const padded: WrittenElement[] = [
      ['00280120', 'US', [4095]],
      ['00280121', 'US', [4000]],
    ];
    const { data, dicom } = renderNative(filmFile(...padded));
    expect(dicom.window).toBe('Full range: 0 to 3000');
    expect([...data]).toEqual([0, grey(1000, 3000), grey(2000, 3000), 65_535, 0, 0]);
    const negative = renderNative(filmFile(['00280004', 'CS', 'MONOCHROME1'], ...padded));
    expect([...negative.data]).toEqual([
      ...[65_535, inverted(1000, 3000), inverted(2000, 3000), 0],
      ...[0, 0],
    ]);
  });

  test('a film of nothing but padding is black', () => {
    const pixels: WrittenElement = ['7FE00010', 'OW', [9, 9, 9, 9, 9, 9]];
    expect([...renderNative(filmFile(['00280120', 'US', [9]], pixels)).data]).toEqual(
      Array(6).fill(0),
    );
  });
});

describe('stored values', () => {
  test('bits above the stored ones do not count, and the highest is the sign', () => {
    const pixels: WrittenElement = ['7FE00010', 'OW', [0x0fff, 0x7fff, 0x0800, 0x07ff, 0, 1]];
    const { data, dicom } = renderNative(filmFile(['00280103', 'US', [1]], pixels));
    // -1, -1, -2048, 2047, 0, 1.
    expect(dicom.window).toBe('Full range: -2048 to 2047');
    expect([...data]).toEqual([2047, 2047, 0, 4095, 2048, 2049].map((x) => grey(x)));
  });

  test('stored bits may lie above unused ones', () => {
    const shifted: WrittenElement = ['7FE00010', 'OW', STORED.map((x) => (x << 4) | 5)];
    const { data } = renderNative(filmFile(['00280102', 'US', [15]], shifted));
    expect([...data]).toEqual(STORED.map((x) => grey(x)));
  });

  test('rescaled values are named in the full range', () => {
    const scaled = filmFile(['00281052', 'DS', '-1000'], ['00281053', 'DS', '-0.5 ']);
    const { data, dicom } = renderNative(scaled);
    expect(dicom.window).toBe('Full range: -3047.5 to -1000');
    expect(data[0]).toBe(65_535);
    expect(data[5]).toBe(0);
  });

  test.each(['0', 'NaN', '', 'x', '1e400'])('a slope of "%s" is damage or nothing', (slope) => {
    const file = filmFile(['00281052', 'DS', '0'], ['00281053', 'DS', slope]);
    if (slope === '') expect(renderNative(file).dicom.window).toBe('Full range: 0 to 4095');
    else expect(() => renderNative(file)).toThrow(DicomError);
  });
});
