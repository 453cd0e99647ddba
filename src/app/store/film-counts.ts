import { type FilmEntry, isRunning, type UnkeptReason } from './film-state.ts';

/** What films are counted as: those that wait or run, those not kept and why, those read by a classifier. */
export type Counted = 'left' | `unkept:${UnkeptReason}` | `read-by:${string}`;

export type FilmCounts = ReadonlyMap<Counted, number>;

function countedAs({ state, kept, comparison }: FilmEntry): readonly Counted[] {
  const counted: Counted[] = [];
  if (state.status === 'idle' || isRunning(state)) counted.push('left');
  if (kept !== null && kept !== 'kept') counted.push(`unkept:${kept}`);
  if (state.status === 'done') counted.push(`read-by:${state.study.models.classifier}`);
  if (comparison?.status === 'done') counted.push(`read-by:${comparison.classifier}`);
  return counted;
}

/** The counts after films went and came. */
export function recount(
  counts: FilmCounts,
  gone: readonly FilmEntry[],
  come: readonly FilmEntry[],
): FilmCounts {
  const after = new Map(counts);
  const add = (entry: FilmEntry, step: number) => {
    for (const what of countedAs(entry)) after.set(what, (after.get(what) ?? 0) + step);
  };
  for (const entry of gone) add(entry, -1);
  for (const entry of come) add(entry, 1);
  return after;
}
