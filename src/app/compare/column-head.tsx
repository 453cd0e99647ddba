import { useMemo } from 'react';
import type { Mask } from '../../imaging/film.ts';
import { heatInside } from '../../imaging/heat-inside.ts';
import type { Label } from '../../models/labels.ts';
import type { ShelvedClassifier } from '../../models/read-shelf.ts';
import type { ShownStudy } from '../../platform/worker-bridge/shown-film.ts';
import { formatPercent } from '../format.ts';
import { LABEL_NAMES } from '../label-names.ts';
import { attentionWords, ROLE_NAMES } from '../model-names.ts';
import styles from './compare.module.css';
import { Letter } from './letter.tsx';

interface ColumnHeadProps {
  readonly of: 'A' | 'B';
  readonly title: string;
  readonly classifier: ShelvedClassifier | null;
  /** Null until it has read the film. */
  readonly study: ShownStudy | null;
  readonly lungs: Mask;
  /** The class whose heat is shown. */
  readonly chosen: Label;
}

function heatWords(share: number | null): string {
  return share === null ? 'no heat at all' : `${formatPercent(share)} inside the lungs`;
}

/** Which model, what it answers, and where its heat lies. */
export function ColumnHead({ of, title, classifier, study, lungs, chosen }: ColumnHeadProps) {
  const inside = useMemo(
    () => study && heatInside(study.heatMaps[chosen], lungs),
    [study, lungs, chosen],
  );
  return (
    <header className={styles.head} data-of={of}>
      <h3 className={styles.model}>
        <Letter of={of} />
        {title}
      </h3>
      {classifier && (
        <p className={styles.kind}>
          {attentionWords(classifier.card)}, {ROLE_NAMES[classifier.role]}
        </p>
      )}
      {study && (
        <>
          <p className={styles.answer} data-indeterminate={study.indeterminate}>
            {study.indeterminate ? 'Indeterminate, closest is ' : ''}
            {LABEL_NAMES[study.label]}{' '}
            <span className={styles.percent}>
              {formatPercent(study.probabilities[study.label])}
            </span>
          </p>
          <p className={styles.kind}>
            Heat for {LABEL_NAMES[chosen]}: {heatWords(inside)}
          </p>
        </>
      )}
    </header>
  );
}
