import type { Speech } from '../i18n/speech.ts';
import { circumstancesOf } from './circumstances.ts';
import type { ExportedReading } from './exported-reading.ts';

/** What sets a reading apart, in sentences. */
export function marksOf({ study }: ExportedReading, { t }: Speech): string[] {
  const { synthetic, lungsEdited, gateOverridden } = circumstancesOf(study);
  return [
    ...(synthetic ? [t('export:mark.synthetic')] : []),
    ...(lungsEdited ? [t('export:mark.lungsEdited')] : []),
    ...(gateOverridden.length > 0
      ? [t('export:mark.gateOverridden', { codes: gateOverridden.join(', ') })]
      : []),
  ];
}
