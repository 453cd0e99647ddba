import type { ModelsState } from '../../platform/worker-bridge/protocol.ts';
import { BACKEND_NAMES } from '../backend-names.ts';
import { formatMegabytes } from '../format.ts';
import { useReader } from '../store/reader-context.tsx';
import styles from './models-status.module.css';
import { ProgressBar } from './progress-bar.tsx';

/** One line about the networks, for the header and for what is read aloud. */
export function describeModels(models: ModelsState): string {
  switch (models.status) {
    case 'unloaded':
      return 'Networks not loaded';
    case 'failed':
      return 'Networks could not be loaded';
    case 'ready':
      return `Ready on ${BACKEND_NAMES[models.backend]}, ${models.description}`;
    case 'loading':
      if (models.startingOn) return `Starting on ${BACKEND_NAMES[models.startingOn]}`;
      if (models.totalBytes === 0) return 'Loading networks';
      return `Loading networks, ${formatMegabytes(models.loadedBytes)} of ${formatMegabytes(models.totalBytes)}`;
  }
}

/** Share of the networks that has arrived; null where that is not known. */
export function modelsFraction(models: ModelsState): number | null {
  if (models.status !== 'loading' || models.totalBytes === 0) return null;
  return models.loadedBytes / models.totalBytes;
}

export function ModelsStatus() {
  const models = useReader((state) => state.models);
  const load = useReader((state) => state.loadModels);
  return (
    <div className={styles.status} data-status={models.status}>
      <span className={styles.text}>
        <span className={styles.dot} aria-hidden="true" />
        {describeModels(models)}
      </span>
      {models.status === 'loading' && (
        <ProgressBar name="Loading the networks" fraction={modelsFraction(models)} />
      )}
      {(models.status === 'failed' || models.status === 'unloaded') && (
        <button type="button" className={styles.retry} onClick={load}>
          Load again
        </button>
      )}
    </div>
  );
}
