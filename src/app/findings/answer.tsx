import type { ReactNode } from 'react';
import type { Label } from '../../models/labels.ts';
import type { ShownStudy } from '../../platform/worker-bridge/shown-film.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { leadingClasses } from '../leading-classes.ts';
import { SyntheticTag } from '../shell/synthetic-tag.tsx';
import { HeatControls } from '../viewer/heat-controls.tsx';
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
  /** Leads to what the figures are worth. */
  readonly figures?: ReactNode;
}

function Headline({ study: { label, indeterminate, probabilities } }: Pick<AnswerProps, 'study'>) {
  if (!indeterminate) {
    return (
      <h2 id="answer" className={styles.answer}>
        {LABEL_NAMES[label]}
      </h2>
    );
  }
  const [first, second] = leadingClasses(probabilities);
  const named = (one: Label) => (
    <span className={styles.unbroken}>
      {LABEL_NAMES[one]}, {formatPercent(probabilities[one])}
    </span>
  );
  return (
    <h2 id="answer" className={styles.answer} data-indeterminate="true">
      Indeterminate{' '}
      <span className={styles.leading}>
        {named(first)} <span className={styles.or}>or</span> {named(second)}
      </span>
    </h2>
  );
}

/** What the networks say about the film. */
export function Answer(props: AnswerProps) {
  const { study, reader, threshold, chosen, onChoose, action, figures } = props;
  const { label, indeterminate, probabilities, film } = study;
  const top = formatPercent(probabilities[label]);
  return (
    <section className={styles.panel} data-area="answer" aria-labelledby="answer">
      <p className={styles.overline}>
        {indeterminate ? 'No clear answer' : 'Most probable class'}{' '}
        {film.format === 'synthetic' && <SyntheticTag />}
      </p>
      <div className={styles.headline}>
        <Headline study={study} />
        {action}
      </div>
      <p className={styles.reason}>
        {indeterminate ? 'By ' : `${top} probability among five classes, by `}
        <span className={styles.unbroken}>{reader}</span>. {figures}
      </p>
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
          An answer takes {formatPercent(threshold)} or more.
        </p>
      )}
      <HeatControls />
    </section>
  );
}
