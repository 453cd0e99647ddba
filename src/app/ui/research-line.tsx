import { useTranslation } from 'react-i18next';
import styles from './research-line.module.css';

/** Always there; nothing dismisses it. */
export function ResearchLine() {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  return (
    <footer className={styles.line}>
      <p>
        <strong>{common('research')}</strong>
      </p>
      <p className={styles.privacy}>{t('privacy')}</p>
    </footer>
  );
}
