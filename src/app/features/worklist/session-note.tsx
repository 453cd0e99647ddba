import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import styles from './worklist.module.css';

/** For which single films are not kept; where the storage is gone, the session's own line says it. */
const REASONS = ['no-room', 'failed'] as const;

/** Says that films are kept on this device, and takes them away. */
export function SessionNote() {
  const { t } = useTranslation('worklist');
  const session = useReader((state) => state.session);
  const films = useReader((state) => state.films);
  const removeFilms = useReader((state) => state.removeFilms);
  return (
    <footer className={styles.note}>
      <p>{t(`session.${session}`)}</p>
      {session === 'kept' &&
        REASONS.map((reason) => {
          const count = films.filter(({ kept }) => kept === reason).length;
          return (
            count > 0 && (
              <p key={reason} className={styles.warning} role="status">
                {t(`unkept.${reason}`, { count })}
              </p>
            )
          );
        })}
      <button
        type="button"
        className={styles.action}
        onClick={() => removeFilms(films.map(({ id }) => id))}
      >
        {t('clear')}
      </button>
    </footer>
  );
}
