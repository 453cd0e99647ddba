import gate from '../../i18n/locales/en/gate.json';
import type { Circumstances } from './circumstances.ts';

/** For files that machines read, and whose own words are English: CSV and DICOM. */
export const ENGLISH = {
  notice: 'For research and education only. Not a medical device.',
  intendedUse:
    'To study and teach what two networks make of a frontal chest X-ray. Not for diagnosis, triage, screening or treatment of any patient.',
  synthetic: 'Synthetic film, drawn by the program; it shows nobody.',
  lungsEdited: 'The lungs were edited by hand before the classes were weighed.',
} as const;

/** DICOM's default repertoire has no degree sign. */
const ascii = (text: string) => text.replaceAll('°', ' degrees');

/** The gate's codes in the words that stand beside the answer on screen. */
export function gateInEnglish({
  gateOverridden,
  corrections,
  warnings,
  recoveries,
}: Circumstances) {
  return {
    objections: gateOverridden.map((code) => gate.refusals[code]),
    corrections: corrections.map((one) => ascii(gate.corrections[one])),
    warnings: warnings.map((code) => gate.warnings[code]),
    recovered: recoveries.length > 0 ? gate.recovered : null,
  };
}

/** What sets a reading apart, in English sentences. */
export function englishMarks(circumstances: Circumstances): string[] {
  const { synthetic, lungsEdited } = circumstances;
  const { objections, corrections, warnings, recovered } = gateInEnglish(circumstances);
  return [
    ...(synthetic ? [ENGLISH.synthetic] : []),
    ...(objections.length > 0 ? [`Read although refused: ${objections.join(', ')}.`] : []),
    ...(corrections.length > 0 ? [`Changed before reading: ${corrections.join(', ')}.`] : []),
    ...(lungsEdited ? [ENGLISH.lungsEdited] : []),
    ...warnings,
    ...(recovered ? [recovered] : []),
  ];
}
