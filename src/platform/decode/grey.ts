import { luma } from '../../imaging/luma.ts';

/** RGBA bytes -> one grey value 0 to 255 per pixel. Alpha is dropped, as Pillow's convert('L') does. */
export function greyFromRgba(rgba: Uint8Array | Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(rgba.length >> 2);
  for (let i = 0, j = 0; i < grey.length; i++, j += 4) {
    grey[i] = luma(rgba[j] as number, rgba[j + 1] as number, rgba[j + 2] as number);
  }
  return grey;
}
