import { corrupt, DecodeError } from './decode-error.ts';

/** WebP's own limit; detectors of radiography have at most about 4,300 pixels a side. */
const MAX_SIDE_PX = 16_384;
const MAX_PIXELS = 100_000_000;

/**
 * Refuses sizes that no film has, on the word of the header alone: a file of a few bytes can claim
 * a picture of gigabytes. Throws DecodeError 'too-large' or 'corrupt-image'.
 */
export function checkSize(format: string, widthPx: number, heightPx: number): void {
  if (widthPx < 1 || heightPx < 1) throw corrupt(format, 'its header names a size of zero');
  if (widthPx <= MAX_SIDE_PX && heightPx <= MAX_SIDE_PX && widthPx * heightPx <= MAX_PIXELS) return;
  throw new DecodeError(
    'too-large',
    `The ${format} file claims ${widthPx} x ${heightPx} pixels; films of up to ${MAX_SIDE_PX} pixels a side and 100 megapixels are read.`,
    'Export the film at a smaller size: a few thousand pixels a side are plenty.',
  );
}
