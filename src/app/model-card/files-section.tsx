import type { Card } from '../../models/card.ts';
import { formatMegabytes } from '../format.ts';
import { Absent, CardSection } from './card-section.tsx';
import styles from './model-card.module.css';

interface FilesSectionProps extends Pick<Card, 'licence' | 'files'> {
  /** Null where nothing says it. */
  readonly bytes: number | null;
}

/** Terms, size, and what every file must be to be taken. */
export function FilesSection({ licence, files, bytes }: FilesSectionProps) {
  const all = Object.entries(files);
  return (
    <CardSection title="Licence and download">
      <p>{licence}</p>
      {bytes === null ? (
        <Absent>Its download size is not stated.</Absent>
      ) : (
        <p>Download: {formatMegabytes(bytes)}.</p>
      )}
      <details className={styles.more}>
        <summary>SHA-256 of its {all.length} files</summary>
        <dl className={styles.hashes}>
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
