import { LABELS, type Label } from '../../../models/labels.ts';
import { type FilmEntry, isRunning } from '../../store/film-state.ts';
import { type Flag, flagsOf } from './film-flags.ts';

export const STAGES = ['waiting', 'running', 'done', 'refused', 'failed', 'cancelled'] as const;
type Stage = (typeof STAGES)[number];

export const ORDERS = ['arrival', 'name', 'class', 'probability', 'state'] as const;
export type Order = (typeof ORDERS)[number];

/** Which films are listed: all, those in a stage, of a class, or with a flag. */
export type Filter = 'all' | `stage:${Stage}` | `class:${Label}` | `flag:${Flag}`;

export interface FilmQuery {
  readonly text: string;
  readonly filter: Filter;
  readonly order: Order;
}

function stageOf({ state }: FilmEntry): Stage {
  if (isRunning(state)) return 'running';
  return state.status === 'idle' ? 'waiting' : (state.status as Stage);
}

/** The class that a film was read as; null where it was not. */
function topClass({ state }: FilmEntry): Label | null {
  return state.status === 'done' ? state.study.label : null;
}

function topProbability({ state }: FilmEntry): number {
  return state.status === 'done' ? state.study.probabilities[state.study.label] : -1;
}

function passes(entry: FilmEntry, filter: Filter): boolean {
  const [kind, value] = filter.split(':');
  if (kind === 'stage') return stageOf(entry) === value;
  if (kind === 'class') return topClass(entry) === value;
  if (kind === 'flag') return flagsOf(entry).includes(value as Flag);
  return true;
}

const classRank = (entry: FilmEntry) => {
  const label = topClass(entry);
  return label === null ? LABELS.length : LABELS.indexOf(label);
};

/** "film 2" before "film 10". */
const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const COMPARE: Record<Order, (a: FilmEntry, b: FilmEntry) => number> = {
  arrival: () => 0,
  name: (a, b) => names.compare(a.source.name, b.source.name),
  class: (a, b) => classRank(a) - classRank(b) || topProbability(b) - topProbability(a),
  probability: (a, b) => topProbability(b) - topProbability(a),
  state: (a, b) => STAGES.indexOf(stageOf(a)) - STAGES.indexOf(stageOf(b)),
};

/** The films that are listed, in their order; equal ones in the order in which they came. */
export function listFilms(films: Iterable<FilmEntry>, query: FilmQuery): readonly FilmEntry[] {
  const text = query.text.trim().toLowerCase();
  return [...films]
    .filter(({ source }) => source.name.toLowerCase().includes(text))
    .filter((entry) => passes(entry, query.filter))
    .sort(COMPARE[query.order]);
}

/** Whether a change of a film moves it in the list of a query, or in and out of it. */
export function isListedOtherwise(before: FilmEntry, after: FilmEntry, query: FilmQuery): boolean {
  return (
    before.source.name !== after.source.name ||
    passes(before, query.filter) !== passes(after, query.filter) ||
    COMPARE[query.order](before, after) !== 0
  );
}
