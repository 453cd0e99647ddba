import type { Problem } from '../../errors/problem.ts';
import type { MaskHistory } from '../../imaging/mask-edit/history.ts';
import type { ShownStudy } from '../../pipeline/shown-film.ts';
import type { FilmEntry } from './film-state.ts';

/** How the correction of a film's lungs stands. */
export interface MaskEdit {
  readonly history: MaskHistory;
  /** What was found before the first correction, by the networks alone as a rule. */
  readonly model: ShownStudy;
  /** What is shown: the reading inside the last lungs that could be read. */
  readonly latest: ShownStudy;
  /** `running` while the film is read inside the mask of the history. */
  readonly status: 'ready' | 'running';
  /** Why the mask of the history could not be read; the earlier reading stays. */
  readonly problem: Problem | null;
  /** From the end of the last correction to its reading; null before the first. */
  readonly tookMs: number | null;
}

/** The film's correction; null where it has none, or was read anew since. */
export function currentEdit(
  edits: ReadonlyMap<number, MaskEdit>,
  { id, state }: FilmEntry,
): MaskEdit | null {
  const edit = edits.get(id);
  if (!edit || state.status !== 'done') return null;
  // Studies are packed and unpacked as films come and go; their probabilities stay the same object.
  const { probabilities } = state.study;
  const same = [edit.latest, edit.model].some((one) => one.probabilities === probabilities);
  return same ? edit : null;
}
