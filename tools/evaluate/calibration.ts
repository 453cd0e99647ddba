import type { Scored } from './auc.ts';

/** Guo et al. 2017, "On Calibration of Modern Neural Networks", use 15 bins. */
export const CALIBRATION_BINS = 15;

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
