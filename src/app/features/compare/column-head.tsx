import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mask } from '../../../imaging/film.ts';
import { heatInside } from '../../../imaging/heat-inside.ts';
import type { Label } from '../../../models/labels.ts';
import type { ShelvedClassifier } from '../../../models/read-shelf.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { attentionWords, roleWords } from '../../i18n/model-names.ts';
import { useSpeech } from '../../i18n/speech.ts';
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

/** Which model, what it answers, and where its heat lies. */
export function ColumnHead({ of, title, classifier, study, lungs, chosen }: ColumnHeadProps) {
  const { t } = useTranslation('compare');
  const speech = useSpeech();
  const { format, labels } = speech;
  const inside = useMemo(
    () => study && heatInside(study.heatMaps[chosen], lungs),
    [study, lungs, chosen],
  );
  return (
    <header className={styles.head} data-of={of}>
      <h3 className={styles.model}>
        <Letter of={of} />
        <bdi>{title}</bdi>
      </h3>
      {classifier && (
        <p className={styles.kind}>
          {t('kind', {
            attention: attentionWords(classifier.card, speech),
            role: roleWords(classifier.role, speech),
          })}
        </p>
      )}
      {study && (
        <>
          <p className={styles.answer} data-indeterminate={study.indeterminate}>
            {study.indeterminate && `${t('closest')} `}
            {labels[study.label]}{' '}
            <span className={styles.percent}>
              {format.percent(study.probabilities[study.label])}
            </span>
          </p>
          <p className={styles.kind}>
            {inside === null
              ? t('heatNone', { label: labels[chosen] })
              : t('heatFor', { label: labels[chosen], percent: format.percent(inside) })}
          </p>
        </>
      )}
    </header>
  );
}
