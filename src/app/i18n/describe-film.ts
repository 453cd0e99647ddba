import type { ShownFilm } from '../../pipeline/shown-film.ts';
import type { Speech } from './speech.ts';

const FORMAT_NAMES = {
  png: 'PNG',
  jpeg: 'JPEG',
  webp: 'WebP',
  bmp: 'BMP',
  tiff: 'TIFF',
  dicom: 'DICOM',
} as const;

/** A film's size, depth and format in a line: "1024 × 1024 px, 8-bit, PNG". */
export function describeFilm(film: ShownFilm, { t }: Speech): string {
  const { widthFilmPx: width, heightFilmPx: height, maxValue, format, dicom } = film;
  const bits = dicom?.bitsStored ?? (maxValue > 255 ? 16 : 8);
  const name = format === 'synthetic' ? t('answer:drawnHere') : FORMAT_NAMES[format];
  return t('answer:filmFacts', { width, height, bits, format: name });
}
