import { useTranslation } from 'react-i18next';
import styles from './shortcuts-sheet.module.css';

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key as it is printed on the keyboard. */
export function KeyCap({ of: key }: { of: string }) {
  const { t } = useTranslation('shortcuts');
  const named = key === 'Delete' || key === 'Escape' ? t(`key.${key}`) : key;
  return (
    <kbd className={styles.key} dir="ltr">
      {ARROWS[key] ?? (named.length === 1 ? named.toUpperCase() : named)}
    </kbd>
  );
}
