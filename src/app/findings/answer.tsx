import type { Label } from '../../models/labels.ts';
import type { ShownStudy } from '../../platform/worker-bridge/shown-film.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { SyntheticTag } from '../shell/synthetic-tag.tsx';
import { HeatControls } from '../viewer/heat-controls.tsx';
import styles from './findings.module.css';
import { ProbabilityBars } from './probability-bars.tsx';

interface AnswerProps {
  readonly study: ShownStudy;
  readonly chosen: Label;
  readonly onChoose: (label: Label) => void;
}

/** What the networks say about the film. */
export function Answer({ study, chosen, onChoose }: AnswerProps) {
  const { label, indeterminate, probabilities, film } = study;
  const top = formatPercent(probabilities[label]);
  return (
    <section className={styles.panel} data-area="answer" aria-labelledby="answer">
      <p className={styles.overline}>
        {indeterminate ? 'No clear answer' : 'Most probable class'}{' '}
        {film.format === 'synthetic' && <SyntheticTag />}
      </p>
      <h2 id="answer" className={styles.answer} data-indeterminate={indeterminate}>
        {indeterminate ? 'Indeterminate' : LABEL_NAMES[label]}
      </h2>
      <p className={styles.reason}>
        {indeterminate
          ? `No class is probable enough to be named. The closest is ${LABEL_NAMES[label]}, ${top}.`
          : `${top} probability among five classes`}
      </p>
      <ProbabilityBars
        probabilities={probabilities}
        top={label}
        chosen={chosen}
        onChoose={onChoose}
      />
      <HeatControls />
    </section>
  );
}
