import * as Dialog from '@radix-ui/react-dialog';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../shell/icons.tsx';
import { CardTabs } from './card-tabs.tsx';
import styles from './models-dialog.module.css';

interface ModelsDialogProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** The model whose card is shown first; the one that reads films where it is left out. */
  readonly model?: string | undefined;
}

/** The cards of all models, over the page. */
export function ModelsDialog({ trigger, model }: ModelsDialogProps) {
  const { t } = useTranslation('modelCard');
  const { t: common } = useTranslation('common');
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog}>
          <header className={styles.header}>
            <div>
              <Dialog.Title className={styles.title}>{t('title')}</Dialog.Title>
              <Dialog.Description className={styles.description}>
                {t('description')}
              </Dialog.Description>
            </div>
            <Dialog.Close className={styles.close} aria-label={t('closeCards')}>
              <CloseIcon />
            </Dialog.Close>
          </header>
          <CardTabs model={model} />
          <p className={styles.reminder}>{common('research')}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
