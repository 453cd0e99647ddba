import type { PixelSpacing } from '../../../imaging/dicom-facts.ts';
import { lengthFilmPx, lengthMm } from '../../../imaging/view/measure.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { Ruler } from '../../store/viewer/viewer-state.ts';

/** A measured length in the words of the language: "45.2 mm", "45.2 mm at the detector", "310 px". */
export function formatLength(
  { from, to }: Ruler,
  spacing: PixelSpacing | null | undefined,
  { t, format }: Speech,
): string {
  if (!spacing) return t('viewer:px', { number: format.decimals(lengthFilmPx(from, to), 0) });
  const mm = format.decimals(lengthMm(from, to, spacing), 1);
  return t(spacing.at === 'detector' ? 'viewer:mmDetector' : 'viewer:mm', { number: mm });
}
