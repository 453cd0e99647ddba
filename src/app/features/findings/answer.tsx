import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Label } from '../../../models/labels.ts';
import { leadingClasses } from '../../../models/leading-classes.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { HeatControls } from '../../ui/film/heat-controls.tsx';
import { useHeatShortcuts } from '../../ui/shortcuts/use-heat-shortcuts.ts';
import { SyntheticTag } from '../../ui/synthetic-tag.tsx';
import styles from './findings.module.css';
import { ProbabilityBars } from './probability-bars.tsx';

interface AnswerProps {
  readonly study: ShownStudy;
  /** The title of the classifier that read the film. */
  readonly reader: string;
  /** Below it that classifier names no class; null where it sets no threshold. */
  readonly threshold: number | null;
  readonly chosen: Label;
  readonly onChoose: (label: Label) => void;
  /** Stands beside the headline. */
  readonly action?: ReactNode;
  /** Stands above the bars where a person changed the lungs. */
  readonly edited?: ReactNode;
  /** What must be known beside the answer. */
  readonly marks?: ReactNode;
  /** Leads to what the figures are worth. */
  readonly figures?: ReactNode;
}

function Headline({ study: { label, indeterminate, probabilities } }: Pick<AnswerProps, 'study'>) {
  const { t } = useTranslation('findings');
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
export function Answer(props: AnswerProps) {
  const { study, reader, threshold, chosen, onChoose, action, marks, figures, edited } = props;
  useHeatShortcuts(onChoose);
  const { label, indeterminate, probabilities, film } = study;
  const { t } = useTranslation('findings');
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
        chosen={chosen}
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
