/** Softmax of logits / temperature; the shares add up to 1. Guo et al. 2017, "On Calibration". */
export function probabilities(logits: Float32Array, temperature: number): number[] {
  const highest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(logits, (logit) => Math.exp((logit - highest) / temperature));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Index of the largest value, the first of equals. */
export function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
}
