import { useTranslation } from 'react-i18next';
import { LABELS } from '../../../models/labels.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { ReadFilm } from '../../store/film-state.ts';
import { currentEdit } from '../../store/mask-edit.ts';
import { useReader } from '../../store/reader-context.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './correct.module.css';

/**
 * The reading inside lungs that a person changed, beside that inside the lungs that were found; nothing
 * where they are as they were found.
 */
export function BeforeAfter({ entry }: { readonly entry: ReadFilm }) {
  const { t } = useTranslation('correct');
  const { format, labels } = useSpeech();
  const resetLungs = useReader((state) => state.resetLungs);
  const edit = useReader((state) => currentEdit(state.edits, entry));
  const after = entry.state.study;
  if (!after.lungsEdited) return null;
  // Null where only the edited reading is known, as after a reload.
  const before = edit && !edit.model.lungsEdited ? edit.model : null;
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
        <LinkButton onClick={() => resetLungs(entry.id)}>{t('reset')}</LinkButton>
      </p>
    </section>
  );
}
