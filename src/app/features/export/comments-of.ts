import { bareWindow } from '../../i18n/dicom-words.ts';
import { circumstancesOf } from './circumstances.ts';
import { ENGLISH, englishMarks } from './english-words.ts';
import type { ExportedNetwork, ExportedReading } from './exported-reading.ts';

const named = ({ title, digest }: ExportedNetwork) =>
  digest ? `${title} (SHA-256 ${digest})` : title;

/** What a picture in an archive says of itself, in English sentences. */
export function commentsOf(reading: ExportedReading): string {
  const { study, segmenter, classifier, sourceSha256 } = reading;
  const window = study.film.dicom ? bareWindow(study.film.dicom) : null;
  const percent = (study.probabilities[study.label] * 100).toFixed(1);
  return [
    ENGLISH.notice,
    ENGLISH.intendedUse,
    ...englishMarks(circumstancesOf(study)),
    study.indeterminate
      ? `Answer: indeterminate; most probable class ${study.label}, ${percent} %.`
      : `Answer: most probable class ${study.label}, ${percent} %.`,
    `Networks: ${named(segmenter)}, ${named(classifier)}.`,
    `Computed on ${study.backend}.`,
    ...(window ? [`${window}.`] : []),
    ...(sourceSha256 ? [`Source file: SHA-256 ${sourceSha256}.`] : []),
  ].join(' ');
}
