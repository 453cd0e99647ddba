import { useTranslation } from 'react-i18next';
import { edgeLetters } from '../../../../imaging/view/orientation.ts';
import type { View } from '../../../../imaging/view/view.ts';
import styles from './panes.module.css';

const EDGES = ['left', 'right', 'top', 'bottom'] as const;

interface EdgeLettersProps {
  readonly orientation: string | null | undefined;
  readonly view: Pick<View, 'quarterTurns' | 'flipped'>;
}

/** The patient's directions at the pane's edges, as the file states them; they follow the view. */
export function EdgeLetters({ orientation, view }: EdgeLettersProps) {
  const { t } = useTranslation('viewer');
  const letters = edgeLetters(orientation, view);
  return (
    <>
      {letters &&
        EDGES.map((edge) => (
          <span
            key={edge}
            className={styles.letter}
            data-edge={edge}
            role="img"
            aria-label={t('edge', { edge: t(`edges.${edge}`), letter: letters[edge] })}
          >
            {letters[edge]}
          </span>
        ))}
      {view.flipped && <span className={styles.flipped}>{t('flipped')}</span>}
    </>
  );
}
