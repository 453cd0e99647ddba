import type { ModelsState } from '../../workers/analysis/protocol.ts';
import { BACKEND_NAMES } from './backend-names.ts';
import type { Speech } from './speech.ts';

/** The backend's own words for what it runs on; names of graphics cards are left as they are. */
function describeHardware(description: string, { t }: Speech): string {
  const threads = /^(\d+) threads?$/.exec(description)?.[1];
  if (threads) return t('shell:threads', { count: Number(threads) });
  return description === 'plain JavaScript' ? t('shell:plainJavaScript') : description;
}

/** One line about the networks, for the header and for what is read aloud. */
export function describeModels(models: ModelsState, speech: Speech): string {
  const { t, format } = speech;
  switch (models.status) {
    case 'unloaded':
    case 'failed':
      return t(`shell:networks.${models.status}`);
    case 'ready':
      return t('shell:networks.ready', {
        backend: BACKEND_NAMES[models.backend],
        description: describeHardware(models.description, speech),
      });
    case 'loading':
      if (models.startingOn) {
        return t('shell:networks.starting', { backend: BACKEND_NAMES[models.startingOn] });
      }
      if (models.totalBytes === 0) return t('shell:networks.loading');
      return t('shell:networks.loadingBytes', {
        loaded: format.megabytes(models.loadedBytes),
        total: format.megabytes(models.totalBytes),
      });
  }
}

/** Share of the networks that has arrived; null where that is not known. */
export function modelsFraction(models: ModelsState): number | null {
  if (models.status !== 'loading' || models.totalBytes === 0) return null;
  return models.loadedBytes / models.totalBytes;
}
