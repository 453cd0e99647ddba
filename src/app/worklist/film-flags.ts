import type { FilmEntry } from '../store/film-state.ts';

/** What deserves a second look in the list of films. */
export const FLAGS = ['indeterminate', 'unusual', 'edited', 'problem', 'unkept'] as const;
export type Flag = (typeof FLAGS)[number];

/** From this share of the distance at which films are refused, a film is flagged as unusual. */
const UNUSUAL_FROM = 0.8;

export function flagsOf({ state, kept }: FilmEntry): readonly Flag[] {
  const study = state.status === 'done' ? state.study : null;
  const found: Record<Flag, boolean> = {
    indeterminate: study?.indeterminate ?? false,
    unusual: (study?.unfamiliarity ?? 0) >= UNUSUAL_FROM,
    edited: study?.lungsEdited ?? false,
    problem: state.status === 'refused' || state.status === 'failed',
    unkept: kept === false,
  };
  return FLAGS.filter((flag) => found[flag]);
}
