import * as Dialog from '@radix-ui/react-dialog';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './app-dialog.module.css';
import { CloseButton } from './close-button.tsx';

interface AppDialogProps {
  readonly title: string;
  readonly description: string;
  /** The name of the button that closes it; "Close" where it is left out. */
  readonly closeName?: string;
  /** Small ones take the height of their contents, large ones nearly that of the window. */
  readonly size?: 'small' | 'large';
  /** The button that opens it; else `open` and `onOpenChange` do. */
  readonly trigger?: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** The one shell of all dialogs over the page. The research line stays readable below it. */
export function AppDialog(props: AppDialogProps) {
  const { title, description, closeName, size = 'small', trigger, children, ...state } = props;
  const { t } = useTranslation('common');
  return (
    <Dialog.Root {...state}>
      {trigger && <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>}
      <Dialog.Portal>
        <Dialog.Overlay className={styles.shade} />
        <Dialog.Content className={styles.dialog} data-size={size}>
          <header className={styles.header}>
            <div>
              <Dialog.Title className={styles.title}>{title}</Dialog.Title>
              <Dialog.Description className={styles.description}>{description}</Dialog.Description>
            </div>
            <Dialog.Close asChild>
              <CloseButton aria-label={closeName ?? t('close')} />
            </Dialog.Close>
          </header>
          {children}
          <p className={styles.reminder}>{t('research')}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
