import { useTranslation } from 'react-i18next';
import { type FilmEntry, filmOf } from '../../store/film-state.ts';
import { useReader } from '../../store/reader-context.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './gate.module.css';

/** Says that a frame around the film was set aside, how much of the picture it was, and takes it back. */
export function FrameNote({ entry: { id, state } }: { readonly entry: FilmEntry }) {
  const { t } = useTranslation('gate');
  const readAgain = useReader((reader) => reader.readAgain);
  const frame = filmOf(state)?.frame;
  if (!frame) return null;
  return (
    <p className={styles.corrected} data-testid="frame">
      {t('frame', { ...frame })}{' '}
      <LinkButton onClick={() => readAgain(id, { keepFrame: true })}>{t('keepFrame')}</LinkButton>
    </p>
  );
}
