/** Of lines of values, as they lie in one array. */
interface Lines {
  readonly count: number;
  readonly length: number;
  /** From one line's first value to the next's, and from one value of a line to the next. */
  readonly lineStride: number;
  readonly stride: number;
}

/** The mean of each value and its `reach` neighbours on either side, along lines. */
function lineMeans(data: Float64Array, lines: Lines, reach: number): Float64Array {
  const { count, length, lineStride, stride } = lines;
  const out = new Float64Array(data.length);
  const mirrored = (i: number) => (i < 0 ? -i - 1 : i < length ? i : 2 * length - 1 - i);
  for (let line = 0; line < count; line++) {
    const start = line * lineStride;
    const at = (i: number) => data[start + mirrored(i) * stride] as number;
    let sum = 0;
    for (let i = -reach; i <= reach; i++) sum += at(i);
    for (let i = 0; i < length; i++) {
      out[start + i * stride] = sum / (2 * reach + 1);
      sum += at(i + reach + 1) - at(i - reach);
    }
  }
  return out;
}

/**
 * The mean over the square of 2 `reach` + 1 pixels around each pixel; beyond its edges the picture
 * is mirrored, the edge itself twice: scipy.ndimage's `uniform_filter` in mode 'reflect'. Throws
 * RangeError where the square reaches beyond the mirrored picture.
 */
export function boxMean(
  data: Float64Array,
  width: number,
  height: number,
  reach: number,
): Float64Array {
  if (reach >= Math.min(width, height)) {
    throw new RangeError(`a reach of ${reach} pixels in a picture of ${width} x ${height}`);
  }
  const rows = { count: height, length: width, lineStride: width, stride: 1 };
  const columns = { count: width, length: height, lineStride: 1, stride: width };
  return lineMeans(lineMeans(data, rows, reach), columns, reach);
}
