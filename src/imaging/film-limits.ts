/** WebP's own limit; detectors of radiography have at most about 4,300 pixels a side. */
export const MAX_SIDE_PX = 16_384;
export const MAX_PIXELS = 100_000_000;

/** Whether some film could have this size; a header of a few bytes can claim gigabytes. */
export function isFilmSize(widthPx: number, heightPx: number): boolean {
  return widthPx <= MAX_SIDE_PX && heightPx <= MAX_SIDE_PX && widthPx * heightPx <= MAX_PIXELS;
}
