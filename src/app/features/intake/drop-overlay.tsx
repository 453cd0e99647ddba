import { useTranslation } from 'react-i18next';
import styles from './drop-overlay.module.css';

/** Covers the window while files are dragged over it. */
export function DropOverlay() {
  const { t } = useTranslation('intake');
  return (
    <div className={styles.overlay} aria-hidden="true">
      <p>{t('drop')}</p>
    </div>
  );
}
