import * as Checkbox from '@radix-ui/react-checkbox';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import styles from './worklist.module.css';

interface MarkedActionsProps {
  /** Films that are listed, and those of them that are marked. */
  readonly listed: readonly number[];
  readonly marked: readonly number[];
  readonly onMark: (ids: readonly number[]) => void;
}

/** Marks all films that are listed, and does something with those that are marked. */
export function MarkedActions({ listed, marked, onMark }: MarkedActionsProps) {
  const { t } = useTranslation('worklist');
  const removeFilms = useReader((state) => state.removeFilms);
  const rerunFilms = useReader((state) => state.rerunFilms);
  const all = listed.length > 0 && marked.length === listed.length;
  return (
    <div className={styles.marked}>
      <Checkbox.Root
        className={styles.check}
        checked={marked.length > 0 && !all ? 'indeterminate' : all}
        onCheckedChange={() => onMark(all ? [] : listed)}
        aria-label={t('markAll')}
      >
        <Checkbox.Indicator className={styles.tick}>
          {all ? <CheckIcon /> : <span className={styles.some} />}
        </Checkbox.Indicator>
      </Checkbox.Root>
      {marked.length === 0 ? (
        <span className={styles.hint}>{t('listed', { count: listed.length })}</span>
      ) : (
        <>
          <span className={styles.hint}>{t('markedCount', { count: marked.length })}</span>
          <button
            type="button"
            className={styles.action}
            onClick={() => {
              rerunFilms(marked);
              onMark([]);
            }}
          >
            {t('rerun')}
          </button>
          <button
            type="button"
            className={styles.action}
            onClick={() => {
              removeFilms(marked);
              onMark([]);
            }}
          >
            {t('remove')}
          </button>
        </>
      )}
    </div>
  );
}
