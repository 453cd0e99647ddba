/** WebP's own limit; detectors of radiography have at most about 4,300 pixels a side. */
const MAX_SIDE_PX = 16_384;
const MAX_PIXELS = 100_000_000;
const MEGAPIXEL = 1_000_000;

/** Films shrink to a half or a tenth. Only those that are nearly empty go further, and unpack to little. */
const MAX_PACKING_RATIO = 250;
const RATIO_FREE_BYTES = 16_000_000;

/** Whether so many packed bytes may become so many; bombs of deflate reach 1,000 to 1. */
export function isPlausiblePacking(packedBytes: number, unpackedBytes: number): boolean {
  return unpackedBytes <= Math.max(RATIO_FREE_BYTES, packedBytes * MAX_PACKING_RATIO);
}

/** Whether some film could have this size; a header of a few bytes can claim gigabytes. */
export function isFilmSize(widthPx: number, heightPx: number): boolean {
  return widthPx <= MAX_SIDE_PX && heightPx <= MAX_SIDE_PX && widthPx * heightPx <= MAX_PIXELS;
}

/** What is said of a size that no film has. */
export function tooLarge(format: string, widthPx: number, heightPx: number) {
  const megapixels = MAX_PIXELS / MEGAPIXEL;
  return {
    code: 'too-large',
    params: { format, width: widthPx, height: heightPx, mostSide: MAX_SIDE_PX, megapixels },
  } as const;
}
