import { useTranslation } from 'react-i18next';
import styles from './synthetic-tag.module.css';

/** Stands wherever the demo film is shown: it is drawn by the program and shows nobody. */
export function SyntheticTag() {
  const { t } = useTranslation('common');
  return <span className={styles.tag}>{t('synthetic')}</span>;
}
