/** Steps to either side of zero; -128 is left out, so that the range is symmetric. */
const STEPS = 127;

/** The smallest normal float32. Below it scales lose digits, and weights are zero to all ends. */
const SMALLEST_SCALE = 2 ** -126;

export interface Quantised {
  /** One per channel, as float32; 0 for a channel that is all zero. */
  readonly scales: Float32Array;
  /** value / scale of its channel, rounded; of the shape of the values. */
  readonly steps: Int8Array;
}

/**
 * Symmetric 8-bit quantisation per output channel, which is the last axis: scale = max|w| / 127.
 * A value is off by half a scale at most.
 */
export function quantise(values: Float32Array, channels: number): Quantised {
  const largest = new Float64Array(channels);
  values.forEach((value, i) => {
    largest[i % channels] = Math.max(largest[i % channels] as number, Math.abs(value));
  });
  const scales = Float32Array.from(largest, (most) =>
    most / STEPS < SMALLEST_SCALE ? 0 : most / STEPS,
  );
  const steps = Int8Array.from(values, (value, i) => {
    const scale = scales[i % channels] as number;
    return scale === 0 ? 0 : Math.round(value / scale);
  });
  return { scales, steps };
}
