import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { Absent, CardSection } from './card-section.tsx';
import styles from './model-card.module.css';

interface FilesSectionProps extends Pick<Card, 'licence' | 'files'> {
  /** Null where nothing says it. */
  readonly bytes: number | null;
}

/** Terms, size, and what every file must be to be taken. */
export function FilesSection({ licence, files, bytes }: FilesSectionProps) {
  const { t } = useTranslation('modelCard');
  const { format } = useSpeech();
  const all = Object.entries(files);
  return (
    <CardSection title={t('files.title')}>
      <p lang="en" dir="ltr">
        {licence}
      </p>
      {bytes === null ? (
        <Absent>{t('files.unknown')}</Absent>
      ) : (
        <p>{t('files.size', { bytes: format.megabytes(bytes) })}</p>
      )}
      <details className={styles.more}>
        <summary>{t('files.hashes', { number: all.length })}</summary>
        <dl className={styles.hashes} dir="ltr">
          {all.map(([name, hash]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>{hash}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </CardSection>
  );
}
