import type { ClassifierCard } from '../models/card.ts';

type Familiar = NonNullable<ClassifierCard['outOfDistribution']>;

/**
 * How unlike the training films a film is: the mean squared distance of its pooled features (one
 * per feature of the card) from theirs, each measured by its own variance, as a multiple of the
 * card's threshold. Above 1 it is unlike them. A Mahalanobis distance with a diagonal covariance
 * (Lee et al. 2018, "A Simple Unified Framework for Detecting Out-of-Distribution Samples").
 */
export function unfamiliarity(
  pooled: Float32Array,
  { mean, precision, threshold }: Familiar,
): number {
  const score = mean.reduce(
    (sum, centre, i) => sum + ((pooled[i] as number) - centre) ** 2 * (precision[i] as number),
    0,
  );
  return score / mean.length / threshold;
}
