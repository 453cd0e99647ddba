import { describe, expect, test } from 'vitest';
import { fullRange, linearExact, sigmoid } from '../../src/dicom/voi.ts';
import { voiLinear } from '../../src/imaging/voi-linear.ts';
import { renderNative } from './render.ts';
import { filmFile, type WrittenElement } from './write-dicom.ts';

describe('the functions of PS3.3 C.11.2.1', () => {
  test('LINEAR has the examples of C.11.2.1.2.1', () => {
    // "c=2048, w=4096 becomes: if (x <= 0) then y = ymin, else if (x > 4095) then y = ymax,
    // else y = ((x - 2047.5) / 4095 + 0.5) * (ymax - ymin) + ymin".
    const full = voiLinear(2048, 4096);
    expect([0, 4095, 4096].map(full)).toEqual([0, 1, 1]);
    expect(full(2047.5)).toBe(0.5);
    expect(full(1)).toBeCloseTo(1 / 4095, 12);
    // "c=2048, w=1 becomes: if (x <= 2047.5) then y = ymin, else y = ymax".
    expect([2047, 2047.5, 2048].map(voiLinear(2048, 1))).toEqual([0, 0, 1]);
    // "c=0, w=100 becomes: if (x <= -50) then y = ymin, else if (x > 49) then y = ymax".
    const low = voiLinear(0, 100);
    expect([low(-50), low(49.001), low(-0.5)]).toEqual([0, 1, 0.5]);
  });

  test('LINEAR_EXACT reaches its ends at half a width from its centre', () => {
    const exact = linearExact(100, 50);
    expect([74, 75, 100, 125, 126].map(exact)).toEqual([0, 0, 0.5, 1, 1]);
    expect(exact(110)).toBeCloseTo(0.7, 12);
  });

  test('SIGMOID is 1 / (1 + e^-2) at half a width above its centre', () => {
    const curve = sigmoid(100, 50);
    expect(curve(100)).toBe(0.5);
    expect(curve(125)).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
    expect(curve(75) + curve(125)).toBeCloseTo(1, 12);
  });

  test('a film of one grey alone has a full range without division by zero', () => {
    expect(fullRange(7, 7).apply(7)).toBe(0);
  });
});

const window = (centre: string, width: string, ...more: WrittenElement[]) =>
  filmFile(['00281050', 'DS', centre], ['00281051', 'DS', width], ...more);

describe('the windows of a film', () => {
  test('the first is used, the others are there to choose', () => {
    const file = window('2000\\3000', '2001\\2\\', ['00281055', 'LO', 'LUNG\\BONE']);
    const first = renderNative(file);
    expect(first.dicom.windows).toEqual([
      'Window: centre 2000, width 2001 (LUNG)',
      'Window: centre 3000, width 2 (BONE)',
    ]);
    expect(first.dicom.window).toBe(first.dicom.windows[0]);
    // 1000 to 2999 are shown: (x - 1999.5) / 2000 + 0.5.
    const greys = [0, 0.00025, 0.50025, 1, 1, 1].map((grey) => Math.fround(65_535 * grey));
    expect([...first.data]).toEqual(greys);
    const second = renderNative(file, 1);
    expect(second.dicom.window).toBe('Window: centre 3000, width 2 (BONE)');
    expect([...second.data]).toEqual([0, 0, 0, 65_535, 65_535, 65_535]);
    expect(renderNative(file, 9).dicom.window).toBe(first.dicom.window);
  });

  test.each([
    ['NaN', '100'],
    ['2000', '0'],
    ['2000', '-5'],
    ['2000', '0.5'],
    ['', '400'],
    ['abc', 'def'],
    ['1e999', '400'],
    ['2000', 'Infinity'],
    ['2000', ''],
  ])('centre "%s" with width "%s" makes no sense, and the full range is shown', (centre, width) => {
    const { data, dicom } = renderNative(window(centre, width));
    expect(dicom.windows).toEqual(['Full range: 0 to 4095']);
    expect([...data]).toEqual(
      [0, 1000, 2000, 3000, 4000, 4095].map((x) => Math.fround((65_535 * x) / 4095)),
    );
  });

  test('a window below 1 is fine for LINEAR_EXACT', () => {
    const { dicom } = renderNative(window('2000', '0.5', ['00281056', 'CS', 'LINEAR_EXACT']));
    expect(dicom.window).toBe('Window: centre 2000, width 0.5, exact');
  });

  test('a lookup table comes before a window, an empty table not', () => {
    const table: WrittenElement = [
      '00283010',
      'SQ',
      [
        [
          ['00283002', 'US', [2, 1500, 8]],
          ['00283003', 'LO', 'STEP'],
          ['00283006', 'OW', [0, 255]],
        ],
        [['00283003', 'LO', 'EMPTY']],
      ],
    ];
    const { data, dicom } = renderNative(window('2000', '100', table));
    expect(dicom.windows).toEqual(['Lookup table (STEP)', 'Window: centre 2000, width 100']);
    expect([...data]).toEqual([0, 0, 65_535, 65_535, 65_535, 65_535]);
  });

  test('windows of an enhanced multi-frame film stand in its functional groups', () => {
    const group: WrittenElement = [
      '52009229',
      'SQ',
      [
        [
          [
            '00289132',
            'SQ',
            [
              [
                ['00281050', 'DS', '1500'],
                ['00281051', 'DS', '1'],
              ],
            ],
          ],
        ],
      ],
    ];
    const { data, dicom } = renderNative(filmFile(group));
    expect(dicom.window).toBe('Window: centre 1500, width 1');
    expect([...data]).toEqual([0, 0, 65_535, 65_535, 65_535, 65_535]);
  });
});
