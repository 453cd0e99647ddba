import { useTranslation } from 'react-i18next';
import { useReader } from '../store/reader-context.tsx';
import styles from './worklist.module.css';

/** Says that films are kept on this device, and takes them away. */
export function SessionNote() {
  const { t } = useTranslation('worklist');
  const session = useReader((state) => state.session);
  const films = useReader((state) => state.films);
  const removeFilms = useReader((state) => state.removeFilms);
  const unkept = films.filter(({ kept }) => kept === false).length;
  const text = session === 'kept' ? t('session.kept') : t(`session.${session}`);
  return (
    <footer className={styles.note}>
      <p>{text}</p>
      {session === 'kept' && unkept > 0 && (
        <p className={styles.warning} role="status">
          {t('unkept', { count: unkept })}
        </p>
      )}
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
