import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { timeLeft } from './time-left.ts';
import styles from './worklist.module.css';

/** How far the whole batch is, and what stops it for a while or for good. */
export function QueueControls() {
  const { t } = useTranslation('worklist');
  const { format } = useSpeech();
  const total = useReader(({ films }) => films.length);
  const left = useReader(({ films }) => films.count('left'));
  const paused = useReader((state) => state.paused);
  const msPerFilm = useReader((state) => state.msPerFilm);
  const { pauseQueue, resumeQueue, cancelQueue } = useReader((state) => state);
  if (total < 2 || left === 0) return null;
  const time = paused ? null : timeLeft(left, msPerFilm);
  const counts = t('progress', { ended: format.count(total - left), total: format.count(total) });
  return (
    <section className={styles.batch} aria-label={t('batch')}>
      <p className={styles.counts}>
        <span>{counts}</span>
        <span>
          {paused && t('paused')}
          {time && t(`left.${time.unit}`, { count: time.count })}
        </span>
      </p>
      <ProgressBar name={counts} fraction={(total - left) / total} />
      <div className={styles.buttons}>
        <button type="button" className={styles.action} onClick={paused ? resumeQueue : pauseQueue}>
          {paused ? t('resume') : t('pause')}
        </button>
        <button type="button" className={styles.action} onClick={cancelQueue}>
          {t('cancelAll')}
        </button>
      </div>
    </section>
  );
}
