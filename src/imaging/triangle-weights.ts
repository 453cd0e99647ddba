/** Which input samples make each output sample along one axis, and with what share. */
export interface AxisWeights {
  /** First input sample of output i. */
  readonly start: Int32Array;
  /** Number of input samples of output i. */
  readonly count: Int32Array;
  /** Shares of output i from i * stride on; they add up to 1. */
  readonly share: Float64Array;
  readonly stride: number;
}

/**
 * Triangle filter whose support grows with the reduction factor, as Pillow's `precompute_coeffs`
 * with `bilinear_filter` (libImaging/Resample.c).
 */
export function triangleWeights(inputSize: number, outputSize: number): AxisWeights {
  const scale = inputSize / outputSize;
  const support = Math.max(scale, 1);
  const stride = Math.ceil(support) * 2 + 1;
  const start = new Int32Array(outputSize);
  const count = new Int32Array(outputSize);
  const share = new Float64Array(outputSize * stride);
  for (let i = 0; i < outputSize; i++) {
    const centre = (i + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(inputSize, Math.trunc(centre + support + 0.5));
    let total = 0;
    for (let j = first; j < end; j++) {
      const value = Math.max(0, 1 - Math.abs((j - centre + 0.5) / support));
      share[i * stride + j - first] = value;
      total += value;
    }
    for (let k = 0; k < end - first; k++)
      share[i * stride + k] = (share[i * stride + k] ?? 0) / total;
    start[i] = first;
    count[i] = end - first;
  }
  return { start, count, share, stride };
}
