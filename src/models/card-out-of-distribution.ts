import { z } from 'zod';

const share = z.number().min(0).max(1);

/**
 * What the training films look like to the classifier: mean and precision (1 / variance) of each of
 * its c globally pooled features. A film whose score, sum of (pooled - mean)^2 * precision / c, is
 * above `threshold` is unlike them.
 */
export const outOfDistributionRecord = z
  .strictObject({
    mean: z.array(z.number()).min(1),
    precision: z.array(z.number().nonnegative()),
    threshold: z.number().positive(),
    /** The films on which the threshold was set, and the share of them that it accepts. */
    split: z.string(),
    n: z.int().positive(),
    acceptedShare: share,
    /** How well it tells films of another kind, and what share of those it refuses. */
    detection: z.array(
      z.strictObject({
        negatives: z.string(),
        n: z.int().positive(),
        auroc: share,
        refusedShare: share,
      }),
    ),
  })
  .refine(({ mean, precision }) => mean.length === precision.length, {
    error: 'mean and precision must have the same length',
  });
