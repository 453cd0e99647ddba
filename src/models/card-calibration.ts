import { z } from 'zod';

const share = z.number().min(0).max(1);

/** Expected calibration error of the top class, and the Brier score summed over classes (0 to 2). */
const quality = z.strictObject({ ece: share, brier: z.number().min(0).max(2) });

/** How far a classifier's probabilities can be believed, measured on films it was not trained on. */
export const calibrationRecord = z.strictObject({
  dataset: z.string(),
  split: z.string(),
  n: z.int().positive(),
  /** With temperature 1, and with the card's temperature. */
  before: quality,
  after: quality,
  /** Films binned by their top probability: its mean, and the share that was right. */
  reliability: z.array(
    z.strictObject({ confidence: share, accuracy: share, n: z.int().nonnegative() }),
  ),
  /** Share of films answered, and right among them, where lower top probabilities get no answer. */
  coverage: z.array(z.strictObject({ threshold: share, coverage: share, accuracy: share })),
});
