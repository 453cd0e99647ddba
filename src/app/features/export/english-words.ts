import common from '../../i18n/locales/en/common.json' with { type: 'json' };
import exported from '../../i18n/locales/en/export.json' with { type: 'json' };
import gate from '../../i18n/locales/en/gate.json' with { type: 'json' };
import type { Circumstances } from './circumstances.ts';

/** For files that machines read, and whose own words are English: CSV and DICOM. */
export const ENGLISH = {
  notice: common.research,
  intendedUse: exported.intendedUse,
  ...exported.mark,
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

/** A heading and its list, as a sentence. */
const filled = (words: string, list: readonly string[]) =>
  `${words.replace(/\{\{\w+\}\}/, list.join(', '))}.`;

/** What sets a reading apart, in English sentences. */
export function englishMarks(circumstances: Circumstances): string[] {
  const { synthetic, lungsEdited } = circumstances;
  const { objections, corrections, warnings, recovered } = gateInEnglish(circumstances);
  return [
    ...(synthetic ? [ENGLISH.synthetic] : []),
    ...(objections.length > 0 ? [filled(gate.overridden, objections)] : []),
    ...(corrections.length > 0 ? [filled(gate.corrected, corrections)] : []),
    ...(lungsEdited ? [ENGLISH.lungsEdited] : []),
    ...warnings,
    ...(recovered ? [recovered] : []),
  ];
}
