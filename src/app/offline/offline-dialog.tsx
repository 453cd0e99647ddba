import * as Dialog from '@radix-ui/react-dialog';
import { Button } from '../shell/button.tsx';
import { CloseIcon } from '../shell/icons.tsx';
import { describeReadiness } from './describe-readiness.ts';
import { useOffline } from './offline-context.tsx';
import styles from './offline-dialog.module.css';
import { OfflineFacts } from './offline-facts.tsx';
import type { Readiness } from './offline-state.ts';

const LEADS: Readonly<Record<Readiness['status'], string>> = {
  checking: 'Every file that is needed to read films is looked at.',
  missing: 'This page works as long as it stays open. It cannot be opened again without network.',
  incomplete: 'Keep the app open, with network, until every file is here.',
  ready:
    'Every file that is needed to read films is on this device, and is the one that belongs here.',
};

/** The particulars behind the badge. */
export function OfflineDialog() {
  const open = useOffline((state) => state.dialogOpen);
  const openDialog = useOffline((state) => state.openDialog);
  const readiness = useOffline((state) => state.readiness);
  const check = useOffline((state) => state.check);
  const checking = useOffline((state) => state.checking);
  const canInstall = useOffline((state) => state.canInstall);
  const install = useOffline((state) => state.install);
  const why = 'why' in readiness ? readiness.why : null;
  return (
    <Dialog.Root open={open} onOpenChange={openDialog}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content className={styles.dialog}>
          <header className={styles.head}>
            <Dialog.Title className={styles.title}>{describeReadiness(readiness)}</Dialog.Title>
            <Dialog.Close className={styles.close} aria-label="Close">
              <CloseIcon />
            </Dialog.Close>
          </header>
          <Dialog.Description className={styles.lead}>{LEADS[readiness.status]}</Dialog.Description>
          {why && (
            <p className={styles.why}>
              <strong>{why.message}</strong> {why.advice}
            </p>
          )}
          <OfflineFacts />
          <div className={styles.buttons}>
            {readiness.status !== 'missing' && (
              <Button kind="quiet" onClick={check} disabled={checking}>
                {checking ? 'Checking every file' : 'Check again'}
              </Button>
            )}
            {canInstall && (
              <Button kind="primary" onClick={install}>
                Install as an app
              </Button>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
