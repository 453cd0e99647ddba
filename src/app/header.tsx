import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkCapabilities } from '../platform/capabilities/check-capabilities.ts';
import { LackingBar } from './features/capabilities/lacking-bar.tsx';
import { canChooseFolders } from './features/intake/folder-input.tsx';
import { ModelsStatus } from './features/model-card/models-status.tsx';
import { OfflineBadge } from './features/offline/offline-badge.tsx';
import { UpdateBar } from './features/offline/update-bar.tsx';
import styles from './header.module.css';
import { Button } from './ui/button.tsx';
import { AddIcon, FolderIcon, LungsMark } from './ui/icons.tsx';

const LACKING = checkCapabilities(window).lacking;

/** What opens the dialogs for more films. */
interface WaysToAdd {
  readonly files: () => void;
  readonly folder: () => void;
}

interface HeaderProps {
  /** Null on the empty screen, which has its own buttons. */
  readonly add: WaysToAdd | null;
  /** What leads to how this device computes. */
  readonly device: ReactNode;
  /** What leads to the cards of the models. */
  readonly models: ReactNode;
  /** What leads to the kept cases. */
  readonly cases: ReactNode;
  /** The menu of settings. */
  readonly settings: ReactNode;
  /** Stands below the bar. */
  readonly children?: ReactNode;
}

export function Header({ add, device, models, cases, settings, children }: HeaderProps) {
  const { t } = useTranslation('shell');
  const { t: arrivals } = useTranslation('arrivals');
  const { t: common } = useTranslation('common');
  return (
    <div className={styles.top} data-print="hide">
      <UpdateBar />
      <LackingBar lacking={LACKING} />
      <header className={styles.header}>
        <div className={styles.brand}>
          <LungsMark size={26} />
          <h1 className={styles.name}>{common('name')}</h1>
          <p className={styles.claim}>{common('claim')}</p>
        </div>
        <div className={styles.status}>
          <ModelsStatus />
          {device}
          <OfflineBadge />
        </div>
        <div className={styles.actions}>
          {models}
          {cases}
          {settings}
          {add && canChooseFolders && (
            <Button
              kind="quiet"
              aria-label={arrivals('chooseFolder')}
              title={arrivals('chooseFolder')}
              onClick={add.folder}
            >
              <FolderIcon />
            </Button>
          )}
          {add && (
            <Button kind="primary" onClick={add.files}>
              <AddIcon />
              {t('openFilms')}
            </Button>
          )}
        </div>
      </header>
      {children}
    </div>
  );
}
