export interface GreyRange {
  readonly low: number;
  readonly high: number;
}

/** The lowest and highest grey of a picture; [0, 0] for an empty one. */
export function greyRange(data: Float32Array): GreyRange {
  let low = data[0] ?? 0;
  let high = low;
  for (let i = 1; i < data.length; i++) {
    const value = data[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}
