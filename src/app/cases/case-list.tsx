import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSpeech } from '../i18n/speech.ts';
import { Thumbnail } from '../worklist/thumbnail.tsx';
import styles from './cases.module.css';
import { type Case, casesStore } from './cases-store.ts';

/** The cases that are kept; each can be seen beside the film on screen. */
export function CaseList({ onCompare }: { onCompare: ((kept: Case) => void) | null }) {
  const { t } = useTranslation('cases');
  const { format, labels } = useSpeech();
  const { cases, remove } = useStore(casesStore);
  const peers = (patient: string | null) =>
    patient === null ? 0 : cases.filter((one) => one.patient === patient).length - 1;
  if (cases.length === 0) return <p className={styles.hint}>{t('none')}</p>;
  return (
    <ul className={styles.list}>
      {cases.map((kept) => {
        const { study } = kept.reading;
        const others = peers(kept.patient);
        return (
          <li key={kept.id} className={styles.case}>
            <Thumbnail film={study.film} failed={false} />
            <div className={styles.words}>
              <strong>{t('case', { number: kept.id })}</strong>
              <span>
                {labels[study.label]} {format.percent(study.probabilities[study.label])}
              </span>
              <span className={styles.hint}>
                {t('dates', {
                  added: format.dateTime(new Date(kept.addedAt)),
                  expires: format.dateTime(new Date(kept.expiresAt)),
                })}
              </span>
              {others > 0 && <span className={styles.hint}>{t('others', { count: others })}</span>}
            </div>
            {onCompare && (
              <button
                type="button"
                className={styles.small}
                onClick={() => onCompare(kept)}
                aria-label={t('compareCase', { number: kept.id })}
              >
                {t('compare')}
              </button>
            )}
            <button
              type="button"
              className={styles.small}
              onClick={() => remove(kept.id)}
              aria-label={t('deleteCase', { number: kept.id })}
            >
              {t('delete')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
