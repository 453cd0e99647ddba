import type { Mask } from './film.ts';
import { requireSize } from './resample.ts';
import { triangleWeights } from './triangle-weights.ts';

/** Pillow's fixed-point precision for 8-bit pictures: 32 - 8 - 2 bits (libImaging/Resample.c). */
const PRECISION_BITS = 22;
const HALF = 1 << (PRECISION_BITS - 1);

/**
 * A mask as grey 0/255 through Pillow's 8-bit bilinear filter, cut at one half: exactly
 * training/manet/data/films.py `resize_mask`. Throws RangeError for a size that is not a positive
 * integer.
 */
export function resampleMask(mask: Mask, width: number, height: number): Mask {
  requireSize(width, height);
  let grey = new Uint8Array(mask.data.length);
  for (let i = 0; i < grey.length; i++) grey[i] = mask.data[i] ? 255 : 0;
  if (width !== mask.width) grey = resampleRows(grey, mask.width, width, mask.height);
  if (height !== mask.height) grey = resampleColumns(grey, width, mask.height, height);
  for (let i = 0; i < grey.length; i++) grey[i] = (grey[i] as number) > 127 ? 1 : 0;
  return { width, height, data: grey };
}

function fixedPointWeights(inputSize: number, outputSize: number) {
  const { share, ...rest } = triangleWeights(inputSize, outputSize);
  return {
    ...rest,
    share: Int32Array.from(share, (s) => Math.trunc(0.5 + s * 2 ** PRECISION_BITS)),
  };
}

/** height x inputWidth -> height x width */
function resampleRows(
  grey: Uint8Array,
  inputWidth: number,
  width: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const { start, count, share, stride } = fixedPointWeights(inputWidth, width);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * inputWidth + (start[x] as number);
      const taps = count[x] as number;
      let sum = HALF;
      for (let k = 0; k < taps; k++) {
        sum += (grey[from + k] as number) * (share[x * stride + k] as number);
      }
      out[y * width + x] = Math.min(255, sum >> PRECISION_BITS);
    }
  }
  return out;
}

/** inputHeight x width -> height x width */
function resampleColumns(
  grey: Uint8Array,
  width: number,
  inputHeight: number,
  height: number,
): Uint8Array<ArrayBuffer> {
  const { start, count, share, stride } = fixedPointWeights(inputHeight, height);
  const out = new Uint8Array(width * height);
  const sums = new Int32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(HALF);
    for (let k = 0; k < (count[y] as number); k++) {
      const weight = share[y * stride + k] as number;
      const row = ((start[y] as number) + k) * width;
      for (let x = 0; x < width; x++) {
        sums[x] = (sums[x] as number) + (grey[row + x] as number) * weight;
      }
    }
    for (let x = 0; x < width; x++) {
      out[y * width + x] = Math.min(255, (sums[x] as number) >> PRECISION_BITS);
    }
  }
  return out;
}
