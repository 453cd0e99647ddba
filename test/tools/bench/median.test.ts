import { expect, it } from 'vitest';
import { median, percentile } from '../../../tools/bench/median.ts';

it('takes the middle, or the mean of the two in the middle', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(() => median([])).toThrow(RangeError);
});

it('interpolates percentiles', () => {
  expect(percentile([0, 10, 20, 30, 40], 0.1)).toBe(4);
  expect(percentile([7], 0.9)).toBe(7);
});
