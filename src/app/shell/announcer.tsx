import type { Label, PerLabel } from '../../models/labels.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { leadingClasses } from '../leading-classes.ts';
import type { FilmEntry } from '../store/film-state.ts';
import { useReader, useSelectedFilm } from '../store/reader-context.tsx';

function said(label: Label, probabilities: PerLabel<number>): string {
  return `${LABEL_NAMES[label]}, ${formatPercent(probabilities[label])}`;
}

function say({ source: { name }, state }: FilmEntry): string {
  switch (state.status) {
    case 'idle':
      return `${name} is waiting.`;
    case 'decoding':
      return `Reading ${name}.`;
    case 'loading-models':
      return 'Loading the networks.';
    case 'segmenting':
      return 'Finding the lungs.';
    case 'classifying':
      return 'Weighing the five classes.';
    case 'cancelled':
      return `${name} was cancelled.`;
    case 'refused':
    case 'failed':
      return `${name}: ${state.problem.message}`;
    case 'done': {
      const { label, indeterminate, probabilities } = state.study;
      if (!indeterminate) return `${name}: ${said(label, probabilities)}.`;
      const leading = leadingClasses(probabilities).map((one) => said(one, probabilities));
      return `${name}: indeterminate; ${leading.join(' or ')}.`;
    }
  }
}

/** Tells screen readers what happens to the film that is shown. */
export function Announcer() {
  const entry = useSelectedFilm();
  const failed = useReader(({ models }) => (models.status === 'failed' ? models.problem : null));
  return (
    <p className="visually-hidden" aria-live="polite">
      {entry ? say(entry) : failed?.message}
    </p>
  );
}
