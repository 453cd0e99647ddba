import { useTranslation } from 'react-i18next';
import type { Needed } from '../../../platform/capabilities/check-capabilities.ts';
import { LungsMark } from '../../ui/icons.tsx';
import { ResearchLine } from '../../ui/research-line.tsx';
import styles from './missing-page.module.css';

/** In place of the app, where the browser lacks what reading a film takes. */
export function MissingPage({ missing }: { missing: readonly Needed[] }) {
  const { t } = useTranslation('capabilities');
  const { t: common } = useTranslation('common');
  return (
    <div className={styles.page}>
      <main className={styles.card} aria-labelledby="missing">
        <span className={styles.mark}>
          <LungsMark size={48} />
        </span>
        <h1 className={styles.name}>{common('name')}</h1>
        <h2 id="missing" className={styles.title}>
          {t('title')}
        </h2>
        <ul className={styles.list}>
          {missing.map((one) => (
            <li key={one}>{t(`missing.${one}`)}</li>
          ))}
        </ul>
        <p>{t('advice')}</p>
      </main>
      <ResearchLine />
    </div>
  );
}
