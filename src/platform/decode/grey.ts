/**
 * ITU-R 601 luma in Pillow's integer arithmetic (libImaging/Convert.c, L24), for 8-bit and 16-bit
 * values alike: 65535 x 65536 + 0x8000 still fits an unsigned 32-bit integer.
 */
export function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >>> 16;
}

/** RGBA bytes -> one grey value 0 to 255 per pixel. Alpha is dropped, as Pillow's convert('L') does. */
export function greyFromRgba(rgba: Uint8Array | Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(rgba.length >> 2);
  for (let i = 0, j = 0; i < grey.length; i++, j += 4) {
    grey[i] = luma(rgba[j] as number, rgba[j + 1] as number, rgba[j + 2] as number);
  }
  return grey;
}
