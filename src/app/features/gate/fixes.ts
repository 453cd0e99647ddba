import type { Correction } from '../../../imaging/correction.ts';
import type { RefusalCode } from '../../../pipeline/gate/gate-codes.ts';

const FIX: Readonly<Partial<Record<RefusalCode, Correction>>> = {
  inverted: 'invert',
  'upside-down': 'turn-half',
  'rotated-left': 'turn-clockwise',
  'rotated-right': 'turn-counterclockwise',
};

/** What would set a refused film right: at most one turn, and the greys. */
export function fixesFor(codes: readonly RefusalCode[]): Correction[] {
  const fixes = codes.flatMap((code) => FIX[code] ?? []);
  const turn = fixes.find((fix) => fix !== 'invert');
  return [...(fixes.includes('invert') ? (['invert'] as const) : []), ...(turn ? [turn] : [])];
}

/** The words for a button that does so: a key of the catalogue. */
export function nameFix(fixes: readonly Correction[]): 'invert' | 'turn' | 'both' {
  if (fixes.length > 1) return 'both';
  return fixes[0] === 'invert' ? 'invert' : 'turn';
}
