import { describe, expect, test } from 'vitest';
import { renderNative } from './render.ts';
import { filmFile, type WrittenElement } from './write-dicom.ts';

const facts = (...changes: WrittenElement[]) => renderNative(filmFile(...changes)).dicom;

test('what a film says of itself, and no name, identifier or date', () => {
  const said = facts(
    ['00080020', 'DA', '20260115'],
    ['00100010', 'PN', 'Synthetic^Film'],
    ['00100020', 'LO', 'SYNTH-1'],
    ['00101010', 'AS', '045Y'],
    ['00180015', 'CS', 'chest '],
    ['00185101', 'CS', 'PA'],
    ['00200020', 'CS', 'L\\F'],
    ['00200062', 'CS', 'U'],
    ['00181164', 'DS', '0.143\\0.143'],
  );
  expect(said).toEqual({
    window: 'Full range: 0 to 4095',
    windows: ['Full range: 0 to 4095'],
    bitsStored: 12,
    transferSyntax: 'explicit, little endian',
    modality: 'DX',
    bodyPart: 'CHEST',
    viewPosition: 'PA',
    laterality: 'U',
    patientOrientation: 'L\\F',
    patientAgeYears: 45,
    spacing: { rowMm: 0.143, columnMm: 0.143, at: 'detector' },
    frames: 1,
  });
  expect(JSON.stringify(said)).not.toMatch(/SYNTH|Synthetic|2026/);
});

test('what is not there or makes no sense is null', () => {
  const nothing = {
    bodyPart: null,
    viewPosition: null,
    laterality: null,
    patientOrientation: null,
  };
  expect(facts()).toMatchObject({ ...nothing, patientAgeYears: null, spacing: null });
  expect(
    facts(
      ['00101010', 'AS', 'old'],
      ['00185101', 'CS', '<script>'],
      ['00200062', 'CS', 'X'],
      ['00280030', 'DS', '0\\-1'],
    ),
  ).toMatchObject({ ...nothing, patientAgeYears: null, spacing: null });
});

describe('age', () => {
  test.each([
    ['018M', 1.5],
    ['030D', 0.08],
    ['010W', 0.19],
    ['102Y', 102],
  ])('%s', (age, years) => {
    expect(facts(['00101010', 'AS', age]).patientAgeYears).toBeCloseTo(years, 2);
  });

  test('from the dates of birth and study, where no age is there', () => {
    const born = (birth: string, study: string) =>
      facts(['00100030', 'DA', birth], ['00080020', 'DA', study]).patientAgeYears;
    expect(born('19800301', '20260301')).toBe(46);
    expect(born('19800601', '20260301')).toBe(45);
    expect(born('20260301', '19800301')).toBeNull();
    expect(born('unknown', '20260301')).toBeNull();
  });
});

describe('pixel spacing (PS3.3 10.7.1)', () => {
  const pixel: WrittenElement = ['00280030', 'DS', '0.13\\0.14'];
  const imager: WrittenElement = ['00181164', 'DS', '0.15\\0.16'];

  test('differs from the detector’s, so it was calibrated', () => {
    expect(facts(pixel, imager).spacing).toEqual({ rowMm: 0.13, columnMm: 0.14, at: 'patient' });
  });

  test('says itself how it was calibrated', () => {
    expect(facts(pixel, ['00280a02', 'CS', 'GEOMETRY']).spacing?.at).toBe('patient');
  });

  test('repeats the detector’s, or stands alone', () => {
    expect(facts(['00280030', 'DS', '0.15\\0.16'], imager).spacing?.at).toBe('detector');
    expect(facts(pixel).spacing?.at).toBe('detector');
  });

  test('of a digitised film is the scanner’s', () => {
    expect(facts(['00182010', 'DS', '0.175\\0.175']).spacing).toEqual({
      rowMm: 0.175,
      columnMm: 0.175,
      at: 'detector',
    });
  });
});
