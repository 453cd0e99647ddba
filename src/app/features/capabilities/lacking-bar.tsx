import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Wanted } from '../../../platform/capabilities/check-capabilities.ts';
import { CloseButton } from '../../ui/close-button.tsx';
import styles from './lacking-bar.module.css';

/** Says once what works worse in this browser, and why. */
export function LackingBar({ lacking }: { lacking: readonly Wanted[] }) {
  const { t } = useTranslation('capabilities');
  const [closed, setClosed] = useState(false);
  if (closed || lacking.length === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('lackingTitle')}>
      <ul className={styles.list}>
        {lacking.map((one) => (
          <li key={one}>{t(`lacking.${one}`)}</li>
        ))}
      </ul>
      <CloseButton aria-label={t('close')} onClick={() => setClosed(true)} />
    </section>
  );
}
