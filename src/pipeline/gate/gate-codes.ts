import type { Finding } from '../../errors/coded-error.ts';

/** What the quality gate may say of a film: whether it refuses it, or warns beside the answer. */
export const GATE_SEVERITY = {
  'film-too-small': 'refuse',
  'no-contrast': 'refuse',
  /** By the DICOM header. */
  'lateral-view': 'refuse',
  /** By the pixels: a side view. */
  lateral: 'refuse',
  'two-films': 'refuse',
  'not-a-chest': 'refuse',
  inverted: 'refuse',
  'upside-down': 'refuse',
  /** The head points to the left of the picture. */
  'rotated-left': 'refuse',
  'rotated-right': 'refuse',
  /** Only a part of the chest. */
  cropped: 'refuse',
  'no-lungs': 'refuse',
  /** The lungs found cover more of the film than lungs can. */
  'lungs-implausible': 'refuse',
  'lungs-scattered': 'refuse',
  'lungs-one-sided': 'refuse',
  /** One part holds both sides. */
  'lungs-joined': 'refuse',
  'lungs-uneven': 'refuse',
  'lungs-misplaced': 'refuse',
  /** With deep dents. */
  'lungs-ragged': 'refuse',
  mirrored: 'warn',
  /** The classifier's features lie outside the training films'. */
  unfamiliar: 'warn',
  'lungs-at-edge': 'warn',
  /** One lung was found in a second look only. */
  'opaque-lung': 'warn',
  child: 'warn',
  adult: 'warn',
} as const satisfies Readonly<Record<string, 'refuse' | 'warn'>>;

export type GateCode = keyof typeof GATE_SEVERITY;

type CodeOf<S> = {
  [C in GateCode]: (typeof GATE_SEVERITY)[C] extends S ? C : never;
}[GateCode];

export type RefusalCode = CodeOf<'refuse'>;
export type WarningCode = CodeOf<'warn'>;

export const GATE_CODES = Object.keys(GATE_SEVERITY) as GateCode[];

export function refuses(code: GateCode): code is RefusalCode {
  return GATE_SEVERITY[code] === 'refuse';
}

/** What is said of the lungs, or of an answer inside them: it does not outlast them. */
const OF_THE_LUNGS: ReadonlySet<GateCode> = new Set<GateCode>([
  'no-lungs',
  'lungs-implausible',
  'lungs-scattered',
  'lungs-one-sided',
  'lungs-joined',
  'lungs-uneven',
  'lungs-misplaced',
  'lungs-ragged',
  'lungs-at-edge',
  'unfamiliar',
]);

/** Whether no class may be named, however probable (docs/decisions/0015). */
export function leavesOpen({ warnings }: GateRecord): boolean {
  return warnings.includes('opaque-lung');
}

/** What a record says of the film itself, which holds whatever its lungs are. */
export function ofTheFilm({ gateOverridden, warnings }: GateRecord): GateRecord {
  const lasts = (code: GateCode) => !OF_THE_LUNGS.has(code);
  return { gateOverridden: gateOverridden.filter(lasts), warnings: warnings.filter(lasts) };
}

/** One thing that the gate noticed. */
export interface GateFinding<C extends GateCode = GateCode> extends Finding<C> {
  readonly params?: Readonly<Record<string, number>>;
}

/** What the gate said of a film that was read. */
export interface GateRecord {
  /** The refusals that a person set aside; empty for a film that was not refused. */
  readonly gateOverridden: readonly RefusalCode[];
  readonly warnings: readonly WarningCode[];
}
