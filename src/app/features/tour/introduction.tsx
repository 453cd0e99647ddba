import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReader } from '../../store/reader-context.tsx';
import { settings } from '../../store/settings/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import styles from './introduction.module.css';

const STEPS = ['bring', 'look', 'limits'] as const;

/** Three short steps at the first run, above the empty screen; never in the way of anything. */
export function Introduction() {
  const { t } = useTranslation('tour');
  const wanted = useStore(settings, (state) => state.introduction);
  const setIntroduction = useStore(settings, (state) => state.setIntroduction);
  const empty = useReader(({ films }) => films.length === 0);
  const [at, setAt] = useState(0);
  const text = useRef<HTMLDivElement>(null);
  if (wanted === 'seen' || (wanted === 'first' && !empty)) return null;

  const step = STEPS[at] ?? 'bring';
  const isLast = at === STEPS.length - 1;
  const end = () => {
    setAt(0);
    setIntroduction('seen');
  };
  const go = (to: number) => {
    setAt(to);
    // The button that was pressed may be gone.
    text.current?.focus();
  };
  return (
    <section className={styles.bar} aria-label={t('title')}>
      <div ref={text} tabIndex={-1} className={styles.text} aria-live="polite">
        <p className={styles.title}>
          <span className={styles.count}>{t('step', { step: at + 1, steps: STEPS.length })}</span>{' '}
          <strong>{t(`${step}.title`)}</strong>
        </p>
        <p>{t(`${step}.text`)}</p>
      </div>
      <div className={styles.buttons}>
        {!isLast && (
          <Button kind="quiet" onClick={end}>
            {t('skip')}
          </Button>
        )}
        {at > 0 && (
          <Button kind="quiet" onClick={() => go(at - 1)}>
            {t('back')}
          </Button>
        )}
        <Button kind="quiet" onClick={isLast ? end : () => go(at + 1)}>
          {isLast ? t('done') : t('next')}
        </Button>
      </div>
    </section>
  );
}
