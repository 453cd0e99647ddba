/**
 * ITU-R 601 luma in Pillow's integer arithmetic (libImaging/Convert.c, L24), for 8-bit and 16-bit
 * values alike: 65535 x 65536 + 0x8000 still fits an unsigned 32-bit integer.
 */
export function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >>> 16;
}
