import * as Dialog from '@radix-ui/react-dialog';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../i18n/speech.ts';
import { Button } from '../shell/button.tsx';
import { CloseIcon } from '../shell/icons.tsx';
import { describeReadiness } from './describe-readiness.ts';
import { useOffline } from './offline-context.tsx';
import styles from './offline-dialog.module.css';
import { OfflineFacts } from './offline-facts.tsx';

/** The particulars behind the badge. */
export function OfflineDialog() {
  const { t } = useTranslation('offline');
  const { t: common } = useTranslation('common');
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
    <Dialog.Root open={open} onOpenChange={openDialog}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content className={styles.dialog}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>
              {describeReadiness(readiness, speech)}
            </Dialog.Title>
            <Dialog.Close className={styles.close} aria-label={common('close')}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <Dialog.Description className={styles.lead}>
            {t(`lead.${readiness.status}`)}
          </Dialog.Description>
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
