import { circumstancesOf, windowOf } from './circumstances.ts';
import { ENGLISH } from './english-words.ts';
import type { ExportedNetwork, ExportedReading } from './exported-reading.ts';

const named = ({ title, digest }: ExportedNetwork) =>
  digest ? `${title} (SHA-256 ${digest})` : title;

/** What a picture in an archive says of itself, in English sentences. */
export function commentsOf(reading: ExportedReading): string {
  const { study, segmenter, classifier, sourceSha256 } = reading;
  const { synthetic, lungsEdited, gateOverridden } = circumstancesOf(study);
  const window = windowOf(study);
  const percent = (study.probabilities[study.label] * 100).toFixed(1);
  return [
    ENGLISH.notice,
    ENGLISH.intendedUse,
    ...(synthetic ? [ENGLISH.synthetic] : []),
    ...(lungsEdited ? [ENGLISH.lungsEdited] : []),
    ...(gateOverridden.length > 0
      ? [`${ENGLISH.gateOverridden}: ${gateOverridden.join(', ')}.`]
      : []),
    study.indeterminate
      ? `Answer: indeterminate; most probable class ${study.label}, ${percent} %.`
      : `Answer: most probable class ${study.label}, ${percent} %.`,
    `Networks: ${named(segmenter)}, ${named(classifier)}.`,
    `Computed on ${study.backend}.`,
    ...(window ? [`${window}.`] : []),
    ...(sourceSha256 ? [`Source file: SHA-256 ${sourceSha256}.`] : []),
  ].join(' ');
}
