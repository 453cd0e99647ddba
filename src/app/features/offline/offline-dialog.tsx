import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../i18n/speech.ts';
import { AppDialog } from '../../ui/app-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { describeReadiness } from './describe-readiness.ts';
import { useOffline } from './offline-context.tsx';
import styles from './offline-dialog.module.css';
import { OfflineFacts } from './offline-facts.tsx';

/** The particulars behind the badge. */
export function OfflineDialog() {
  const { t } = useTranslation('offline');
  const speech = useSpeech();
  const open = useOffline((state) => state.dialogOpen);
  const openDialog = useOffline((state) => state.openDialog);
  const readiness = useOffline((state) => state.readiness);
  const check = useOffline((state) => state.check);
  const checking = useOffline((state) => state.checking);
  const canInstall = useOffline((state) => state.canInstall);
  const install = useOffline((state) => state.install);
  const problem = 'why' in readiness ? readiness.why : null;
  const why = problem && speech.problem(problem);
  return (
    <AppDialog
      title={describeReadiness(readiness, speech)}
      description={t(`lead.${readiness.status}`)}
      open={open}
      onOpenChange={openDialog}
    >
      <div className={styles.body}>
        {why && (
          <p className={styles.why}>
            <strong>{why.message}</strong> {why.advice}
          </p>
        )}
        <OfflineFacts />
        <div className={styles.buttons}>
          {readiness.status !== 'missing' && (
            <Button kind="quiet" onClick={check} disabled={checking}>
              {checking ? t('checking') : t('check')}
            </Button>
          )}
          {canInstall && (
            <Button kind="primary" onClick={install}>
              {t('install')}
            </Button>
          )}
        </div>
      </div>
    </AppDialog>
  );
}
