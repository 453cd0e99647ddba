import { useId } from 'react';
import { Button } from '../shell/button.tsx';
import { isRunning } from '../store/film-state.ts';
import { useReader } from '../store/reader-context.tsx';
import { useOffline } from './offline-context.tsx';
import styles from './update-bar.module.css';

function otherTabsText(count: number): string {
  const tabs = count === 1 ? 'another tab' : `${count} other tabs`;
  return `The app is open in ${tabs} as well. Close ${count === 1 ? 'it' : 'them'} first.`;
}

/** Offers a newer version, and never takes a film from under the reader's eyes by itself. */
export function UpdateBar() {
  const update = useOffline((state) => state.update);
  const switchNow = useOffline((state) => state.switchNow);
  const putOff = useOffline((state) => state.putOffUpdate);
  const films = useReader((state) => state.films);
  const waitId = useId();
  if (!update || update.later) return null;
  const busy = films.some(({ state }) => state.status === 'idle' || isRunning(state));
  const { release, otherTabs } = update;
  const wait = busy
    ? 'A film is being read; the new version waits.'
    : otherTabs > 0
      ? otherTabsText(otherTabs)
      : films.length > 0
        ? 'Using it closes the films in the list.'
        : '';
  return (
    <section className={styles.bar} aria-label="New version">
      <div className={styles.text} role="status">
        <strong>
          {release ? `Version ${release.version} of ${release.date}` : 'A new version'} is ready.
        </strong>
        {release && release.changes.length > 0 && (
          <ul className={styles.changes}>
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
          Use it now
        </Button>
        <Button kind="quiet" onClick={() => putOff(true)}>
          Later
        </Button>
      </div>
    </section>
  );
}
