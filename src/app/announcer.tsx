import type { Label } from '../models/labels.ts';
import { leadingClasses } from '../models/leading-classes.ts';
import type { ShownStudy } from '../pipeline/shown-film.ts';
import { type Speech, useSpeech } from './i18n/speech.ts';
import type { FilmEntry } from './store/film-state.ts';
import { useReader, useSelectedFilm } from './store/reader-context.tsx';

function sayStudy(name: string, study: ShownStudy, { t, format, labels }: Speech): string {
  const { label, indeterminate, probabilities } = study;
  const said = (one: Label) =>
    t('common:named', { label: labels[one], percent: format.percent(probabilities[one]) });
  if (!indeterminate) return t('shell:say.done', { name, answer: said(label) });
  const [first, second] = leadingClasses(probabilities);
  return t('shell:say.indeterminate', { name, first: said(first), second: said(second) });
}

function say({ source: { name }, state }: FilmEntry, speech: Speech): string {
  switch (state.status) {
    case 'refused':
    case 'failed': {
      const { message } = speech.problem(state.problem);
      return speech.t('shell:say.problem', { name, message });
    }
    case 'done':
      return sayStudy(name, state.study, speech);
    default:
      return speech.t(`shell:say.${state.status}`, { name });
  }
}

/** Tells screen readers what happens to the film that is shown. */
export function Announcer() {
  const speech = useSpeech();
  const entry = useSelectedFilm();
  const failed = useReader(({ models }) => (models.status === 'failed' ? models.problem : null));
  return (
    <p className="visually-hidden" data-print="hide" aria-live="polite">
      {entry ? say(entry, speech) : failed && speech.problem(failed).message}
    </p>
  );
}
