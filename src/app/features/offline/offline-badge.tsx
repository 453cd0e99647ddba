import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../i18n/speech.ts';
import { CheckIcon, OfflineIcon, WarningIcon } from '../../ui/icons.tsx';
import { describeReadiness } from './describe-readiness.ts';
import styles from './offline-badge.module.css';
import { useOffline } from './offline-context.tsx';
import type { Readiness } from './offline-state.ts';

const ICONS = {
  checking: OfflineIcon,
  incomplete: OfflineIcon,
  missing: WarningIcon,
  ready: CheckIcon,
} as const satisfies Record<Readiness['status'], unknown>;

/** Says whether films can be read without network; opens the particulars. */
export function OfflineBadge() {
  const { t } = useTranslation('offline');
  const readiness = useOffline((state) => state.readiness);
  const openDialog = useOffline((state) => state.openDialog);
  const Icon = ICONS[readiness.status];
  const words = describeReadiness(readiness, useSpeech());
  return (
    <>
      <button
        type="button"
        className={styles.badge}
        data-status={readiness.status}
        aria-haspopup="dialog"
        title={t('kept')}
        onClick={() => openDialog(true)}
      >
        <Icon />
        {words}
      </button>
      <span className="visually-hidden" role="status">
        {readiness.status === 'ready' || readiness.status === 'missing' ? `${words}.` : ''}
      </span>
    </>
  );
}
