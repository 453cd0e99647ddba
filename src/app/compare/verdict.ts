import type { ShownStudy } from '../../platform/worker-bridge/shown-film.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';

type Answered = Pick<ShownStudy, 'label' | 'indeterminate' | 'probabilities'>;

export interface NamedAnswer {
  readonly title: string;
  readonly study: Answered;
}

function says({ title, study: { label, indeterminate, probabilities } }: NamedAnswer): string {
  const top = `${LABEL_NAMES[label]} (${formatPercent(probabilities[label])})`;
  return indeterminate
    ? `${title} gives no clear answer, closest is ${top}`
    : `${title} says ${top}`;
}

/** One sentence on whether two models agree about a film. */
export function verdict(a: NamedAnswer, b: NamedAnswer): string {
  const sameLabel = a.study.label === b.study.label;
  const open = [a, b].filter(({ study }) => study.indeterminate).length;
  if (sameLabel && open === 0) {
    const percents = [a, b].map(({ study }) => formatPercent(study.probabilities[study.label]));
    return `Both models say ${LABEL_NAMES[a.study.label]}: ${percents.join(' and ')}.`;
  }
  if (open === 2) {
    const closest = sameLabel
      ? `both come closest to ${LABEL_NAMES[a.study.label]}`
      : `closest are ${LABEL_NAMES[a.study.label]} and ${LABEL_NAMES[b.study.label]}`;
    return `Neither model gives a clear answer; ${closest}.`;
  }
  const lead = open === 0 ? 'The models disagree' : 'Only one model gives an answer';
  return `${lead}: ${says(a)}; ${says(b)}.`;
}

/** How much more probable a class is to the second model, in words: "6.7 points lower". */
export function differenceWords(first: number, second: number): string {
  const points = Math.abs((second - first) * 100);
  if (points < 0.05) return 'the same';
  return `${points.toFixed(1)} points ${second > first ? 'higher' : 'lower'}`;
}
