import type { KnownOfRefused } from '../errors.ts';
import type { GateCode, GateRecord } from './gate-codes.ts';
import { passGate } from './pass-gate.ts';

/**
 * The gate after stage 2: a film that is unlike the training films, `unfamiliarity` being a
 * multiple of the card's threshold. Null, where the card sets no threshold, passes.
 */
export function checkFamiliarity(
  before: GateRecord,
  unfamiliarity: number | null,
  known: KnownOfRefused,
  overrides: readonly GateCode[] = [],
): GateRecord {
  if (unfamiliarity === null || unfamiliarity <= 1) return before;
  return passGate(before, [{ code: 'unfamiliar', params: { unfamiliarity } }], overrides, known);
}
