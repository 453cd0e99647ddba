import { useTranslation } from 'react-i18next';
import { LABELS } from '../../../models/labels.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './correct.module.css';

interface BeforeAfterProps {
  /** What the networks found by themselves; null where only the edited reading is known. */
  readonly before: ShownStudy | null;
  readonly after: ShownStudy;
  readonly onReset: () => void;
}

/** The reading inside lungs that a person changed, beside that inside the lungs that were found. */
export function BeforeAfter({ before, after, onReset }: BeforeAfterProps) {
  const { t } = useTranslation('correct');
  const { format, labels } = useSpeech();
  return (
    <section className={styles.beforeAfter} aria-labelledby="edited">
      <h3 id="edited" className={styles.edited}>
        {t('edited')}
      </h3>
      {before && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('class')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
              <th scope="col">{t('change')}</th>
            </tr>
          </thead>
          <tbody>
            {LABELS.map((label) => {
              const [was, is] = [before.probabilities[label], after.probabilities[label]];
              const points = (is - was) * 100;
              return (
                <tr key={label}>
                  <th scope="row">{labels[label]}</th>
                  <td>{format.percent(was)}</td>
                  <td>{format.percent(is)}</td>
                  <td dir="ltr">{`${points > 0 ? '+' : ''}${format.decimals(points, 1)}`}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('lungs')}</th>
              <td>{format.percent(before.lungFraction)}</td>
              <td>{format.percent(after.lungFraction)}</td>
              <td dir="ltr">
                {format.decimals((after.lungFraction - before.lungFraction) * 100, 1)}
              </td>
            </tr>
          </tbody>
        </table>
      )}
      <p className={styles.resetLine}>
        <LinkButton onClick={onReset}>{t('reset')}</LinkButton>
      </p>
    </section>
  );
}
