import { useTranslation } from 'react-i18next';
import type { ShelvedClassifier } from '../../../models/read-shelf.ts';
import { type Speech, useSpeech } from '../../i18n/speech.ts';
import type { Comparison } from '../../store/comparison.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './compare.module.css';

interface OtherStateProps {
  readonly other: ShelvedClassifier;
  /** Null where the film was not given to it yet. */
  readonly comparison: Exclude<Comparison, { status: 'done' }> | null;
  readonly loaded: boolean;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

type Loading = Extract<Comparison, { status: 'loading' }>;

function loadingWords({ download, fraction }: Loading, { t, format }: Speech): string {
  if (fraction > 0) return t('compare:loading.reading');
  if (!download) return t('compare:loading.about');
  const { loadedBytes, totalBytes } = download;
  if (loadedBytes >= totalBytes) return t('compare:loading.fetched');
  return t('compare:loading.fetching', {
    loaded: format.megabytes(loadedBytes),
    total: format.megabytes(totalBytes),
  });
}

/** Null where there is no telling how long it takes. */
function loadingFraction({ download, fraction }: Loading): number | null {
  if (fraction > 0) return fraction;
  if (!download || download.loadedBytes >= download.totalBytes) return null;
  return download.loadedBytes / download.totalBytes;
}

/** Stands where the other model's heat map will be. */
export function OtherState({ other, comparison, loaded, onStart, onStop }: OtherStateProps) {
  const { t } = useTranslation('compare');
  const { t: common } = useTranslation('common');
  const speech = useSpeech();
  const { card, bytes } = other;
  if (comparison?.status === 'failed') {
    return (
      <div className={styles.state}>
        <ProblemNote
          title={t('noAnswer', { title: card.title })}
          problem={comparison.problem}
          onRetry={onStart}
        />
      </div>
    );
  }
  const loading = comparison?.status === 'loading';
  return (
    <div className={styles.state}>
      {loading ? (
        <>
          <p>{loadingWords(comparison, speech)}</p>
          <ProgressBar
            name={t('readsToo', { title: card.title })}
            fraction={loadingFraction(comparison)}
          />
        </>
      ) : (
        <>
          <p>{t('notYet', { title: card.title })}</p>
          <p className={styles.kind} data-print="hide">
            {loaded ? t('loaded') : t('toFetch', { bytes: speech.format.megabytes(bytes) })}
          </p>
        </>
      )}
      <Button kind={loading ? 'quiet' : 'primary'} onClick={loading ? onStop : onStart}>
        {loading ? common('cancel') : loaded ? t('readWithIt') : t('fetch')}
      </Button>
    </div>
  );
}
