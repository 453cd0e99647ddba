import type { ShelvedClassifier } from '../../models/read-shelf.ts';
import { formatMegabytes } from '../format.ts';
import { Button } from '../shell/button.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { ProgressBar } from '../shell/progress-bar.tsx';
import type { Comparison } from '../store/comparison.ts';
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

function loadingWords({ download, fraction }: Loading): string {
  if (fraction > 0) return 'Reading the film inside the same lungs';
  if (!download) return 'About to read the film';
  const { loadedBytes, totalBytes } = download;
  if (loadedBytes >= totalBytes) return 'Fetched; checking and starting it';
  return `Fetching, ${formatMegabytes(loadedBytes)} of ${formatMegabytes(totalBytes)}`;
}

/** Null where there is no telling how long it takes. */
function loadingFraction({ download, fraction }: Loading): number | null {
  if (fraction > 0) return fraction;
  if (!download || download.loadedBytes >= download.totalBytes) return null;
  return download.loadedBytes / download.totalBytes;
}

/** Stands where the other model's heat map will be. */
export function OtherState({ other, comparison, loaded, onStart, onStop }: OtherStateProps) {
  const { card, bytes } = other;
  if (comparison?.status === 'failed') {
    return (
      <div className={styles.state}>
        <ProblemNote
          title={`No answer from ${card.title}`}
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
          <p>{loadingWords(comparison)}</p>
          <ProgressBar name={`${card.title} reads too`} fraction={loadingFraction(comparison)} />
        </>
      ) : (
        <>
          <p>{card.title} has not read this film yet.</p>
          <p className={styles.kind}>
            {loaded
              ? 'It is loaded: nothing need be fetched.'
              : `${formatMegabytes(bytes)} will be fetched from this very app, unless they are on this device already.`}{' '}
            The film stays here.
          </p>
        </>
      )}
      <Button kind={loading ? 'quiet' : 'primary'} onClick={loading ? onStop : onStart}>
        {loading ? 'Cancel' : loaded ? 'Read with it' : 'Fetch and compare'}
      </Button>
    </div>
  );
}
