import { type KnownOfRefused, RefusedError } from '../errors.ts';
import {
  type GateCode,
  type GateFinding,
  type GateRecord,
  type RefusalCode,
  refuses,
  type WarningCode,
} from './gate-codes.ts';

export const NOTHING_SAID: GateRecord = { gateOverridden: [], warnings: [] };

const isRefusal = (finding: GateFinding): finding is GateFinding<RefusalCode> =>
  refuses(finding.code);

/**
 * Lets a film pass with what was found: warnings and refusals that `overrides` sets aside are
 * added to the record. Throws RefusedError with all refusals where one of them is not set aside.
 */
export function passGate(
  before: GateRecord,
  findings: readonly GateFinding[],
  overrides: readonly GateCode[] = [],
  known: KnownOfRefused | null = null,
): GateRecord {
  const refusals = findings.filter(isRefusal);
  const [first, ...others] = refusals;
  if (first && refusals.some(({ code }) => !overrides.includes(code))) {
    throw new RefusedError([first, ...others], known);
  }
  const add = <C>(old: readonly C[], more: readonly C[]) => [...new Set([...old, ...more])];
  return {
    gateOverridden: add(
      before.gateOverridden,
      refusals.map(({ code }) => code),
    ),
    warnings: add(
      before.warnings,
      findings.filter(({ code }) => !refuses(code)).map(({ code }) => code as WarningCode),
    ),
  };
}
