import type { OfflineReport } from '../../platform/offline/protocol.ts';
import type { Readiness } from './offline-state.ts';

/** All files together; those of networks whose cards are missing are not known. */
export function countFiles({ shell, models }: OfflineReport) {
  return {
    present: shell.present + (models?.present ?? 0),
    needed: shell.needed + (models?.needed ?? 0),
  };
}

/** The badge's words. */
export function describeReadiness(readiness: Readiness): string {
  switch (readiness.status) {
    case 'checking':
      return 'Checking offline use';
    case 'missing':
      return 'Needs the network';
    case 'incomplete': {
      const { present, needed } = countFiles(readiness.report);
      return `Not ready offline: ${present} of ${needed} files`;
    }
    case 'ready':
      return 'Ready without network';
  }
}
