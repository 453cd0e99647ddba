import { greyRange } from './grey-range.ts';

const BINS = 4096;

/**
 * Greys below which the given shares (0 to 1) of the pixels lie, from a histogram of 4096 bins
 * between the darkest and brightest pixel: exact to 1/4096 of that range.
 */
export function percentiles(data: Float32Array, shares: readonly number[]): number[] {
  const { low, high } = greyRange(data);
  if (low === high) return shares.map(() => low);
  const histogram = new Uint32Array(BINS);
  const scale = (BINS - 1) / (high - low);
  for (let i = 0; i < data.length; i++) {
    const bin = Math.round(((data[i] as number) - low) * scale);
    histogram[bin] = (histogram[bin] as number) + 1;
  }
  return shares.map((share) => {
    let bin = 0;
    for (let seen = histogram[0] as number; seen < share * data.length && bin < BINS - 1; ) {
      seen += histogram[++bin] as number;
    }
    return low + bin / scale;
  });
}
