import type { GateRecord } from './gate-codes.ts';
import { passGate } from './pass-gate.ts';

/**
 * The gate after stage 2: a warning for a film that is unlike the training films, `unfamiliarity`
 * being a multiple of the card's threshold. Null, where the card sets no threshold, passes. It does
 * not refuse: the film check has found what is no chest film by then, and what lies beyond the
 * threshold among real films are mostly tuberculosis films of adults (decision 0012).
 */
export function checkFamiliarity(before: GateRecord, unfamiliarity: number | null): GateRecord {
  if (unfamiliarity === null || unfamiliarity <= 1) return before;
  return passGate(before, [{ code: 'unfamiliar', params: { unfamiliarity } }]);
}
