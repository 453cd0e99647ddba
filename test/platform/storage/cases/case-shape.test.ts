import { expect, it } from 'vitest';
import { CASE_SHAPE, toKeptCase } from '../../../../src/platform/storage/cases/case-shape.ts';

const FIRST = { id: 1, addedAt: 0, expiresAt: 9, patient: 'p', bytes: 5, reading: { label: 'tb' } };

it('brings a case of the first shape, which named none, to the present one', () => {
  expect(toKeptCase(FIRST)).toEqual({ ...FIRST, film: null });
});

it('takes the mark of a picture through a window, which the second shape had, for no mark of a film', () => {
  expect(toKeptCase({ ...FIRST, shape: 2, film: 'f' })).toEqual({ ...FIRST, film: null });
});

it('gives a case of the present shape as it was kept', () => {
  expect(toKeptCase({ ...FIRST, shape: CASE_SHAPE, film: 'f' })).toEqual({ ...FIRST, film: 'f' });
});

it('keeps a case of a later shape listed, and does not read what it does not know', () => {
  const later = { ...FIRST, shape: CASE_SHAPE + 1, film: 'f' };
  expect(toKeptCase(later)).toEqual({ ...FIRST, film: 'f', reading: null });
});
