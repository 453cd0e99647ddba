import type { Speech } from '../../i18n/speech.ts';
import { circumstancesOf } from './circumstances.ts';
import type { ExportedReading } from './exported-reading.ts';

/** What sets a reading apart, in sentences; the gate's are those beside the answer on screen. */
export function marksOf({ study }: ExportedReading, { t }: Speech): string[] {
  const { synthetic, lungsEdited, gateOverridden, corrections, warnings, recoveries } =
    circumstancesOf(study);
  const list = (words: readonly string[]) => words.join(t('common:comma'));
  return [
    ...(synthetic ? [t('export:mark.synthetic')] : []),
    ...(gateOverridden.length > 0
      ? [
          t('gate:overridden', {
            codes: list(gateOverridden.map((code) => t(`gate:refusals.${code}`))),
          }),
        ]
      : []),
    ...(corrections.length > 0
      ? [
          t('gate:corrected', {
            corrections: list(corrections.map((one) => t(`gate:corrections.${one}`))),
          }),
        ]
      : []),
    ...(lungsEdited ? [t('export:mark.lungsEdited')] : []),
    ...warnings.map((code) => t(`gate:warnings.${code}`)),
    ...(recoveries.length > 0 ? [t('gate:recovered')] : []),
  ];
}
