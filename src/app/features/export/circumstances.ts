import type { PixelChange } from '../../../imaging/correction.ts';
import type { GateRecord } from '../../../pipeline/gate/gate-codes.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';

/** What sets a reading apart, which every export of it must say. */
export interface Circumstances extends GateRecord {
  readonly synthetic: boolean;
  readonly lungsEdited: boolean;
  readonly corrections: readonly PixelChange[];
  /** Codes of failures of the device, after which the film was read again. */
  readonly recoveries: readonly string[];
}

export function circumstancesOf(study: ShownStudy): Circumstances {
  const { film, lungsEdited, gateOverridden, corrections, warnings, recoveries = [] } = study;
  return {
    synthetic: film.format === 'synthetic',
    lungsEdited,
    gateOverridden,
    corrections,
    warnings,
    recoveries: recoveries.map(({ code }) => code),
  };
}
