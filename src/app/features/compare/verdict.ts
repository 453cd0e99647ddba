import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import type { Speech } from '../../i18n/speech.ts';

type Answered = Pick<ShownStudy, 'label' | 'indeterminate' | 'probabilities'>;

export interface NamedAnswer {
  readonly title: string;
  readonly study: Answered;
}

function says({ title, study }: NamedAnswer, { t, format, labels }: Speech): string {
  const { label, indeterminate, probabilities } = study;
  return t(indeterminate ? 'compare:verdict.unclear' : 'compare:verdict.says', {
    title,
    label: labels[label],
    percent: format.percent(probabilities[label]),
  });
}

/** One sentence on whether two models agree about a film. */
export function verdict(a: NamedAnswer, b: NamedAnswer, speech: Speech): string {
  const { t, format, labels } = speech;
  const sameLabel = a.study.label === b.study.label;
  const open = [a, b].filter(({ study }) => study.indeterminate).length;
  if (sameLabel && open === 0) {
    const [first, second] = [a, b].map(({ study }) =>
      format.percent(study.probabilities[study.label]),
    );
    return t('compare:verdict.agree', { label: labels[a.study.label], first, second });
  }
  if (open === 2) {
    const [first, second] = [labels[a.study.label], labels[b.study.label]];
    return t(sameLabel ? 'compare:verdict.openSame' : 'compare:verdict.open', { first, second });
  }
  return t(open === 0 ? 'compare:verdict.disagree' : 'compare:verdict.onlyOne', {
    first: says(a, speech),
    second: says(b, speech),
  });
}

/** How much more probable a class is to the second model, in words: "6.7 points lower". */
export function differenceWords(first: number, second: number, { t, format }: Speech): string {
  const points = Math.abs((second - first) * 100);
  if (points < 0.05) return t('compare:same');
  return t(second > first ? 'compare:higher' : 'compare:lower', {
    points: format.decimals(points, 1),
  });
}
