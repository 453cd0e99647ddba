import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Label } from '../../../models/labels.ts';
import { leadingClasses } from '../../../models/leading-classes.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { classifierOf, titleOf } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { type ReadFilm, shownLabel } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { HeatControls } from '../../ui/film/heat-controls.tsx';
import { useHeatShortcuts } from '../../ui/shortcuts/use-heat-shortcuts.ts';
import { SyntheticTag } from '../../ui/synthetic-tag.tsx';
import styles from './answer.module.css';
import { ProbabilityBars } from './probability-bars.tsx';

interface AnswerProps {
  readonly entry: ReadFilm;
  /** Stands beside the headline. */
  readonly action?: ReactNode;
  /** Stands above the bars where a person changed the lungs. */
  readonly edited?: ReactNode;
  /** What must be known beside the answer. */
  readonly marks?: ReactNode;
  /** Leads to what the figures are worth. */
  readonly figures?: ReactNode;
}

function Headline({ study: { label, indeterminate, probabilities } }: { study: ShownStudy }) {
  const { t } = useTranslation('answer');
  const { t: common } = useTranslation('common');
  const { format, labels } = useSpeech();
  if (!indeterminate) {
    return (
      <h2 id="answer" className={styles.answer}>
        {labels[label]}
      </h2>
    );
  }
  const [first, second] = leadingClasses(probabilities);
  const named = (one: Label) => (
    <span className={styles.unbroken}>
      {common('named', { label: labels[one], percent: format.percent(probabilities[one]) })}
    </span>
  );
  return (
    <h2 id="answer" className={styles.answer} data-indeterminate="true">
      {t('indeterminate')}{' '}
      <span className={styles.leading}>
        {named(first)} <span className={styles.or}>{t('or')}</span> {named(second)}
      </span>
    </h2>
  );
}

/** What the networks say about the film. */
export function Answer({ entry, action, marks, figures, edited }: AnswerProps) {
  const { study } = entry.state;
  const { label, indeterminate, probabilities, film } = study;
  const shelf = useReader((state) => state.shelf);
  const chooseLabel = useReader((state) => state.chooseLabel);
  const { classifier } = study.models;
  const reader = titleOf(shelf, classifier);
  // Below it the classifier names no class; null where it sets no threshold.
  const threshold = classifierOf(shelf, classifier)?.card.indeterminateBelow ?? null;
  const onChoose = (chosen: Label) => chooseLabel(entry.id, chosen);
  useHeatShortcuts(onChoose);
  const { t } = useTranslation('answer');
  const { format } = useSpeech();
  return (
    <section className={styles.panel} data-area="answer" aria-labelledby="answer">
      <p className={styles.overline}>
        {indeterminate ? t('noClear') : t('mostProbable')}{' '}
        {film.format === 'synthetic' && <SyntheticTag />}
      </p>
      <div className={styles.headline}>
        <Headline study={study} />
        {action}
      </div>
      {marks}
      <p className={styles.reason}>
        <Trans
          t={t}
          i18nKey={indeterminate ? 'byUnclear' : 'by'}
          values={{ percent: format.percent(probabilities[label]), reader }}
          components={{ reader: <bdi className={styles.unbroken} /> }}
        />{' '}
        {figures}
      </p>
      {edited}
      <ProbabilityBars
        probabilities={probabilities}
        top={label}
        chosen={shownLabel(entry)}
        onChoose={onChoose}
        threshold={threshold}
      />
      {threshold !== null && (
        <p className={styles.thresholdNote}>
          <span className={styles.thresholdSign} aria-hidden="true" />
          {t('threshold', { percent: format.percent(threshold) })}
        </p>
      )}
      <HeatControls />
    </section>
  );
}
