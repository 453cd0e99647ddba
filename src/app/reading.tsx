import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultOther, isLoaded } from './features/compare/choose-other.ts';
import { CompareView } from './features/compare/compare-view.tsx';
import { ExportButton } from './features/export/export-button.tsx';
import { FilmReading } from './film-reading.tsx';
import { classifiersOf } from './i18n/model-names.ts';
import styles from './reading.module.css';
import type { FilmEntry } from './store/film-state.ts';
import { useReader } from './store/reader-context.tsx';
import { Button } from './ui/button.tsx';
import { useShortcuts } from './ui/shortcuts/use-shortcuts.ts';

/** One film as it was read, or beside another model's reading of it. */
export function Reading({ entry }: { entry: FilmEntry }) {
  const { t } = useTranslation('reading');
  const { id, state, comparison } = entry;
  const shelf = useReader((reader) => reader.shelf);
  const compareWith = useReader((reader) => reader.compareWith);
  const stopComparing = useReader((reader) => reader.stopComparing);
  const [comparing, setComparing] = useState(false);
  const readBy = state.status === 'done' ? state.study.models.classifier : null;
  const other = defaultOther(classifiersOf(shelf).filter(({ card }) => card.id !== readBy));
  const otherIsLoaded = useReader((reader) => other !== null && isLoaded(reader, other.card.id));

  const open = () => {
    setComparing(true);
    // Only what must be fetched waits to be asked for.
    if (other && otherIsLoaded && !comparison) compareWith(id, other.card.id);
  };
  const close = () => {
    setComparing(false);
    // What is done stays, to be seen again at once.
    if (comparison && comparison.status !== 'done') stopComparing(id);
  };
  const canCompare = state.status === 'done' && (other !== null || shelf.status !== 'ready');
  const compareKey = { key: 'c', group: 'reading', text: t('compareKey') } as const;
  useShortcuts(canCompare ? [{ ...compareKey, run: comparing ? close : open }] : []);

  const compareButton = useRef<HTMLButtonElement>(null);
  const compared = useRef(false);
  useEffect(() => {
    if (!comparing && compared.current) compareButton.current?.focus();
    compared.current = comparing;
  }, [comparing]);

  if (comparing && state.status === 'done') {
    return <CompareView entry={entry} study={state.study} onClose={close} />;
  }
  return (
    <FilmReading
      entry={entry}
      action={
        <div className={styles.actions}>
          {canCompare && (
            <Button ref={compareButton} kind="quiet" onClick={open}>
              {t('compare')}
            </Button>
          )}
          {state.status === 'done' && <ExportButton entry={entry} study={state.study} />}
        </div>
      }
    />
  );
}
