import type { Scored } from './auc.ts';

/**
 * Brier score: the squared distance of the probabilities from 1 for the true class and 0 for the
 * others, summed over classes (0 to 2), averaged over films. 0 where there are none.
 */
export function brierScore(films: readonly Scored[]): number {
  if (films.length === 0) return 0;
  const distances = films.map(({ truth, probabilities }) =>
    probabilities.reduce((sum, p, k) => sum + (p - (k === truth ? 1 : 0)) ** 2, 0),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / films.length;
}

/** Guo et al. 2017, "On Calibration of Modern Neural Networks", use 15 bins. */
const CALIBRATION_BINS = 15;

/**
 * Expected calibration error of the top class: films binned by their top probability, the gap
 * between mean probability and accuracy in each bin weighted by its films. 0 where there are none.
 */
export function expectedCalibrationError(
  films: readonly Scored[],
  bins: number = CALIBRATION_BINS,
): number {
  const gaps = new Array<number>(bins).fill(0);
  for (const { truth, probabilities } of films) {
    const top = Math.max(...probabilities);
    const right = probabilities.indexOf(top) === truth ? 1 : 0;
    // Bins are (k/bins, (k+1)/bins], as in the paper.
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(top * bins) - 1));
    gaps[bin] = (gaps[bin] as number) + top - right;
  }
  if (films.length === 0) return 0;
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / films.length;
}
