import type { KeptFiles } from '../../../workers/offline/protocol.ts';
import type { Speech } from '../../i18n/speech.ts';
import type { Readiness } from './offline-state.ts';

/** All files together; those of networks whose cards are missing are not known. */
function countFiles({ shell, models }: KeptFiles) {
  return {
    present: shell.present + (models?.present ?? 0),
    needed: shell.needed + (models?.needed ?? 0),
  };
}

/** The badge's words. */
export function describeReadiness(readiness: Readiness, { t }: Speech): string {
  return readiness.status === 'incomplete'
    ? t('offline:state.incomplete', countFiles(readiness.kept))
    : t(`offline:state.${readiness.status}`);
}
