import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useOffline } from './offline-context.tsx';
import styles from './update-bar.module.css';

/** Offers a newer version, and never takes a film from under the reader's eyes by itself. */
export function UpdateBar() {
  const { t } = useTranslation('offline');
  const update = useOffline((state) => state.update);
  const switchNow = useOffline((state) => state.switchNow);
  const putOff = useOffline((state) => state.putOffUpdate);
  const listed = useReader(({ films }) => films.length);
  const busy = useReader(({ films }) => films.count('left') > 0);
  const waitId = useId();
  if (!update || update.later) return null;
  const { release, otherTabs } = update;
  const wait = busy
    ? t('update.busy')
    : otherTabs > 0
      ? t('update.otherTabs', { count: otherTabs })
      : listed > 0
        ? t('update.closes')
        : '';
  return (
    <section className={styles.bar} aria-label={t('update.title')}>
      <div className={styles.text} role="status">
        <strong>
          {release
            ? t('update.ready', { version: release.version, date: release.date })
            : t('update.readyUnknown')}
        </strong>
        {release && release.changes.length > 0 && (
          <ul className={styles.changes} lang="en" dir="ltr">
            {release.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        {wait && (
          <p id={waitId} className={styles.wait}>
            {wait}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          kind="primary"
          disabled={busy}
          aria-describedby={wait ? waitId : undefined}
          onClick={switchNow}
        >
          {t('update.use')}
        </Button>
        <Button kind="quiet" onClick={() => putOff(true)}>
          {t('update.later')}
        </Button>
      </div>
    </section>
  );
}
