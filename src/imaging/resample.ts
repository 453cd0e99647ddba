import type { GreyImage } from './film.ts';
import { triangleWeights } from './triangle-weights.ts';

/**
 * Antialiased separable resampling to width x height, equal to Pillow's
 * `Image.resize((width, height), BILINEAR)` in mode 'F'. Throws RangeError for a size that is not
 * a positive integer.
 */
export function resample(image: GreyImage, width: number, height: number): GreyImage {
  requireSize(width, height);
  const rows = width === image.width ? image.data : resampleRows(image, width);
  const data =
    height === image.height ? rows.slice() : resampleColumns(rows, image.height, width, height);
  return { width, height, data };
}

/** Throws RangeError unless both sides are positive integers. */
export function requireSize(width: number, height: number): void {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0)) {
    throw new RangeError(`a picture cannot be ${width} x ${height} pixels`);
  }
}

/** height x image.width -> height x width */
function resampleRows(image: GreyImage, width: number): Float32Array {
  const { start, count, share, stride } = triangleWeights(image.width, width);
  const { data } = image;
  const out = new Float32Array(width * image.height);
  for (let y = 0; y < image.height; y++) {
    const row = y * image.width;
    for (let x = 0; x < width; x++) {
      const from = row + (start[x] as number);
      const taps = count[x] as number;
      const shares = x * stride;
      let sum = 0;
      for (let k = 0; k < taps; k++) {
        sum += (data[from + k] as number) * (share[shares + k] as number);
      }
      out[y * width + x] = sum;
    }
  }
  return out;
}

/** inputHeight x width -> height x width, row by row so that memory is read in order. */
function resampleColumns(
  data: Float32Array,
  inputHeight: number,
  width: number,
  height: number,
): Float32Array {
  const { start, count, share, stride } = triangleWeights(inputHeight, height);
  const out = new Float32Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < (count[y] as number); k++) {
      const weight = share[y * stride + k] as number;
      const row = ((start[y] as number) + k) * width;
      for (let x = 0; x < width; x++) {
        sums[x] = (sums[x] as number) + (data[row + x] as number) * weight;
      }
    }
    out.set(sums, y * width);
  }
  return out;
}
