import type { GreyRange } from './grey-range.ts';

/** Shares of the values below and above which greys are cut off. */
const LOWEST = 0.005;
const HIGHEST = 0.995;

/** Spans below this count as constant, as in training/manet/data/films.py. */
const SMALLEST_SPAN = 1e-6;

/**
 * The 0.5 and 99.5 % values of any set of greys, in any order: sorted[floor(0.005 (n - 1))] and
 * sorted[ceil(0.995 (n - 1))], as training/manet/data/films.py `robust_range`; [0, 0] for an empty set.
 * A letter, a border or dead pixels, which make a film's extremes, do not move them.
 */
export function robustRange(values: Float32Array): GreyRange {
  const sorted = values.slice().sort();
  const last = sorted.length - 1;
  return {
    low: sorted[Math.floor(LOWEST * last)] ?? 0,
    high: sorted[Math.ceil(HIGHEST * last)] ?? 0,
  };
}

/** Greys scaled so that a range becomes [0, 1], what lies beyond it cut off. */
export function clipInto(data: Float32Array, { low, high }: GreyRange): Float32Array {
  const span = Math.max(high - low, SMALLEST_SPAN);
  return data.map((value) => Math.min(1, Math.max(0, (value - low) / span)));
}
