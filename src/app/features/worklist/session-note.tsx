import { useTranslation } from 'react-i18next';
import { useReader, useReaderStore } from '../../store/reader-context.tsx';
import styles from './worklist.module.css';

/** For which single films are not kept; where the storage is gone, the session's own line says it. */
const REASONS = ['no-room', 'failed'] as const;

function UnkeptNote({ reason }: { readonly reason: (typeof REASONS)[number] }) {
  const { t } = useTranslation('worklist');
  const count = useReader(({ films }) => films.count(`unkept:${reason}`));
  if (count === 0) return null;
  return (
    <p className={styles.warning} role="status">
      {t(`unkept.${reason}`, { count })}
    </p>
  );
}

/** Says that films are kept on this device, and takes them away. */
export function SessionNote() {
  const { t } = useTranslation('worklist');
  const session = useReader((state) => state.session);
  const store = useReaderStore();
  return (
    <footer className={styles.note}>
      <p>{t(`session.${session}`)}</p>
      {session === 'kept' && REASONS.map((reason) => <UnkeptNote key={reason} reason={reason} />)}
      <button
        type="button"
        className={styles.action}
        onClick={() => {
          const { films, removeFilms } = store.getState();
          removeFilms(films.map(({ id }) => id));
        }}
      >
        {t('clear')}
      </button>
    </footer>
  );
}
