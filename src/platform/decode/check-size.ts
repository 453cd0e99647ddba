import { isFilmSize, MAX_SIDE_PX } from '../../imaging/film-limits.ts';
import { corrupt, DecodeError } from './decode-error.ts';

/**
 * Refuses sizes that no film has, on the word of the header alone: a file of a few bytes can claim
 * a picture of gigabytes. Throws DecodeError 'too-large' or 'corrupt-image'.
 */
export function checkSize(format: string, widthPx: number, heightPx: number): void {
  if (widthPx < 1 || heightPx < 1) throw corrupt(format, 'its header names a size of zero');
  if (isFilmSize(widthPx, heightPx)) return;
  throw new DecodeError(
    'too-large',
    `The ${format} file claims ${widthPx} x ${heightPx} pixels; films of up to ${MAX_SIDE_PX} pixels a side and 100 megapixels are read.`,
    'Export the film at a smaller size: a few thousand pixels a side are plenty.',
  );
}
