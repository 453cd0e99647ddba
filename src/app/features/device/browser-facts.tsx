import { useTranslation } from 'react-i18next';
import type { Card } from '../../../models/card.ts';
import type { ShelfCards } from '../../../models/read-shelf.ts';
import { useReader } from '../../store/reader-context.tsx';
import styles from './device.module.css';

/** As much of a SHA-256 as tells versions apart at a glance. */
const SHOWN_DIGITS = 12;

function weightsHash({ files }: Card): string {
  const [name] = Object.keys(files).filter((one) => one.endsWith('.bin'));
  return (name && files[name]?.slice(0, SHOWN_DIGITS)) ?? '';
}

function cardsOf({ segmenter, filmCheck, classifiers }: ShelfCards): Card[] {
  return [...(filmCheck ? [filmCheck] : []), segmenter, ...classifiers.map(({ card }) => card)];
}

/** What the self-test's outcome hangs on besides the device. */
export function BrowserFacts() {
  const { t } = useTranslation('device');
  const shelf = useReader((reader) => reader.shelf);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('threads')}</dt>
        <dd>{navigator.hardwareConcurrency}</dd>
      </div>
      <div>
        <dt>{t('isolated')}</dt>
        <dd>{t(globalThis.crossOriginIsolated ? 'yes' : 'no')}</dd>
      </div>
      <div>
        <dt>{t('browser')}</dt>
        <dd dir="ltr">{navigator.userAgent}</dd>
      </div>
      {shelf.status === 'ready' && (
        <div>
          <dt>{t('networks')}</dt>
          <dd>
            {cardsOf(shelf).map((card) => (
              <span key={card.id} className={styles.network} dir="ltr">
                {card.id} <code>{weightsHash(card)}</code>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
