import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useSpeech } from '../../i18n/speech.ts';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import type { CaseReading } from './case-reading.ts';
import styles from './cases.module.css';
import { casesStore, isReadable, type ReadableCase } from './cases-store.ts';

function Answer({ study }: Pick<CaseReading, 'study'>) {
  const { format, labels } = useSpeech();
  return (
    <span>
      {labels[study.label]} {format.percent(study.probabilities[study.label])}
    </span>
  );
}

interface CaseListProps {
  /** Of the film on screen, if it is read; null for none. */
  readonly mark: string | null;
  readonly onCompare: (kept: ReadableCase) => void;
}

/** The cases that are kept; each can be seen beside the film on screen, but for its own. */
export function CaseList({ mark, onCompare }: CaseListProps) {
  const { t } = useTranslation('cases');
  const { format } = useSpeech();
  const { cases, remove } = useStore(casesStore);
  const peers = (patient: string | null) =>
    patient === null ? 0 : cases.filter((one) => one.patient === patient).length - 1;
  if (cases.length === 0) return <p className={styles.hint}>{t('none')}</p>;
  return (
    <ul className={styles.list}>
      {cases.map((kept) => {
        const others = peers(kept.patient);
        const readable = isReadable(kept) ? kept : null;
        const itself = mark !== null && kept.film === mark;
        return (
          <li key={kept.id} className={styles.case}>
            <Thumbnail film={readable?.reading.study.film ?? null} failed={!readable} />
            <div className={styles.words}>
              <strong>{t('case', { number: kept.id })}</strong>
              {readable ? (
                <Answer study={readable.reading.study} />
              ) : (
                <span>{t('otherVersion')}</span>
              )}
              <span className={styles.hint}>
                {t('dates', {
                  added: format.dateTime(new Date(kept.addedAt)),
                  expires: format.dateTime(new Date(kept.expiresAt)),
                })}
              </span>
              {others > 0 && <span className={styles.hint}>{t('others', { count: others })}</span>}
              {itself && <span className={styles.hint}>{t('itself')}</span>}
            </div>
            {mark !== null && readable && !itself && (
              <button
                type="button"
                className={styles.small}
                onClick={() => onCompare(readable)}
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
