import type { DicomFacts } from '../../imaging/dicom-facts.ts';
import type { GateFinding } from './gate-codes.ts';

/**
 * View Position (0018,5101) of side and oblique views, PS3.3 C.8.1.1 (CR Series). LLD and RLD, lying
 * on one side, are frontal.
 */
const LATERAL = /^(LL|RL|LLO|RLO|LAT|LATERAL)$/i;

const ADULT_YEARS = 18;

/**
 * Patient Orientation (0020,0020) of a side view: its rows run to the front or back (A, P), where
 * those of a frontal film run to the left or right.
 */
const isSideways = (orientation: string | null): boolean =>
  orientation !== null && /^[AP]/i.test(orientation);

/** What a DICOM header gives away: a side view, and whom the film shows. */
export function headerFindings(facts: DicomFacts | undefined): GateFinding[] {
  if (!facts) return [];
  const findings: GateFinding[] = [];
  if (LATERAL.test(facts.viewPosition ?? '') || isSideways(facts.patientOrientation)) {
    findings.push({ code: 'lateral-view' });
  }
  const years = facts.patientAgeYears;
  if (years !== null) findings.push({ code: years < ADULT_YEARS ? 'child' : 'adult' });
  return findings;
}
