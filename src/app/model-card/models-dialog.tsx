import * as Dialog from '@radix-ui/react-dialog';
import type { ReactElement } from 'react';
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
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.overlay} />
        <Dialog.Content className={styles.dialog}>
          <header className={styles.header}>
            <div>
              <Dialog.Title className={styles.title}>About the models</Dialog.Title>
              <Dialog.Description className={styles.description}>
                Every word and figure about a model is read from the card beside its weights.
              </Dialog.Description>
            </div>
            <Dialog.Close className={styles.close} aria-label="Close the model cards">
              <CloseIcon />
            </Dialog.Close>
          </header>
          <CardTabs model={model} />
          <p className={styles.reminder}>For research and education only. Not a medical device.</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
