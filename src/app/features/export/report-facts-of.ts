import type { ReportFacts } from '../../../dicom/write/report-facts.ts';
import { BACKEND_NAMES } from '../../i18n/backend-names.ts';
import { bareWindow } from '../../i18n/dicom-words.ts';
import answer from '../../i18n/locales/en/answer.json' with { type: 'json' };
import { circumstancesOf } from './circumstances.ts';
import { ENGLISH, gateInEnglish } from './english-words.ts';
import type { ExportedReading } from './exported-reading.ts';

const LIMITS = [answer.limit.classes, answer.limit.heat];

/** A reading as a structured report tells it, in English. */
export function reportFactsOf(reading: ExportedReading): ReportFacts {
  const { study, segmenter, classifier, threshold, cautions, sourceSha256 } = reading;
  const circumstances = circumstancesOf(study);
  const { synthetic, lungsEdited } = circumstances;
  return {
    notice: ENGLISH.notice,
    intendedUse: ENGLISH.intendedUse,
    top: study.label,
    indeterminate: study.indeterminate,
    probabilities: study.probabilities,
    threshold,
    lungFraction: study.lungFraction,
    synthetic,
    lungsEdited,
    ...gateInEnglish(circumstances),
    window: study.film.dicom ? bareWindow(study.film.dicom) : null,
    backend: BACKEND_NAMES[study.backend],
    sourceSha256,
    segmenter,
    classifier,
    limits: [...cautions, ...LIMITS],
  };
}
