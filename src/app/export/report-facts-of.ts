import type { ReportFacts } from '../../dicom/write/report-facts.ts';
import { BACKEND_NAMES } from '../backend-names.ts';
import { circumstancesOf, windowOf } from './circumstances.ts';
import { ENGLISH } from './english-words.ts';
import type { ExportedReading } from './exported-reading.ts';

const LIMITS = [
  'It knows these five classes only. Anything else gets one of the five names.',
  'Heat maps show what moved the network, not where disease is.',
];

/** A reading as a structured report tells it, in English. */
export function reportFactsOf(reading: ExportedReading): ReportFacts {
  const { study, segmenter, classifier, threshold, cautions, sourceSha256 } = reading;
  return {
    notice: ENGLISH.notice,
    intendedUse: ENGLISH.intendedUse,
    top: study.label,
    indeterminate: study.indeterminate,
    probabilities: study.probabilities,
    threshold,
    lungFraction: study.lungFraction,
    ...circumstancesOf(study),
    window: windowOf(study),
    backend: BACKEND_NAMES[study.backend],
    sourceSha256,
    segmenter,
    classifier,
    limits: [...cautions, ...LIMITS],
  };
}
