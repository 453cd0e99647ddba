import { inEnglish } from '../../errors/english.ts';
import { isFilmSize, tooLarge } from '../../imaging/film-limits.ts';
import { corrupt, DecodeError } from './decode-error.ts';

/**
 * Refuses sizes that no film has, on the word of the header alone: a file of a few bytes can claim
 * a picture of gigabytes. Throws DecodeError 'too-large' or 'corrupt-image'.
 */
export function checkSize(format: string, widthPx: number, heightPx: number): void {
  if (widthPx < 1 || heightPx < 1) throw corrupt(format, 'no-width-or-height');
  if (isFilmSize(widthPx, heightPx)) return;
  throw new DecodeError(...inEnglish(tooLarge(format, widthPx, heightPx)));
}
