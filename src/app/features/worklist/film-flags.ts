import type { Label } from '../../../models/labels.ts';
import type { WarningCode } from '../../../pipeline/gate/gate-codes.ts';
import type { FilmEntry, UnkeptReason } from '../../store/film-state.ts';

/** What deserves a second look in the list of films, the gravest first. */
export const FLAGS = [
  'problem',
  'overridden',
  'indeterminate',
  'warned',
  'unusual',
  'edited',
  'unkept',
] as const;
export type Flag = (typeof FLAGS)[number];

/** From this share of the distance at which films are refused, a film is flagged as unusual. */
const UNUSUAL_FROM = 0.8;

/**
 * The answers for which a warning counts; all where it is not named. Every DICOM film that gives an
 * age has a warning about it, which would flag them all: it counts where the answer is a class that
 * was learned from patients of the other age.
 */
const COUNTS_FOR: Partial<Record<WarningCode, readonly Label[]>> = {
  child: ['covid19', 'tb'],
  adult: ['bacterial', 'viral'],
  // Has a flag of its own.
  unfamiliar: [],
};

/** Why a film would not survive a reload; null for one that does, or of which it is not known yet. */
export function unkeptReason({ kept }: FilmEntry): UnkeptReason | null {
  return kept === 'kept' ? null : kept;
}

export function flagsOf(entry: FilmEntry): readonly Flag[] {
  const { state } = entry;
  const study = state.status === 'done' ? state.study : null;
  const found: Record<Flag, boolean> = {
    problem: state.status === 'refused' || state.status === 'failed',
    overridden: (study?.gateOverridden.length ?? 0) > 0,
    indeterminate: study?.indeterminate ?? false,
    warned:
      study?.warnings.some((code) => COUNTS_FOR[code]?.includes(study.label) ?? true) ?? false,
    unusual: (study?.unfamiliarity ?? 0) >= UNUSUAL_FROM,
    edited: study?.lungsEdited ?? false,
    unkept: unkeptReason(entry) !== null,
  };
  return FLAGS.filter((flag) => found[flag]);
}
