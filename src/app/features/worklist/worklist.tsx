import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSpeech } from '../../i18n/speech.ts';
import { useReader } from '../../store/reader-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ListIcon } from '../../ui/icons.tsx';
import type { FilmQuery } from './film-query.ts';
import { FilmRows } from './film-rows.tsx';
import { MarkedActions } from './marked-actions.tsx';
import { QueueControls } from './queue-controls.tsx';
import { SessionNote } from './session-note.tsx';
import { useListedFilms } from './use-listed-films.ts';
import styles from './worklist.module.css';
import { WorklistFilters } from './worklist-filters.tsx';

const ALL: FilmQuery = { text: '', filter: 'all', order: 'arrival' };

/** Wider screens have room for the list beside the film; on others it opens as a sheet. */
const ROOMY = '(min-width: 75rem)';
const hasRoom = () => globalThis.matchMedia?.(ROOMY).matches ?? true;

/** All films of this session: found, sorted, marked, and how far the batch is. */
export function Worklist() {
  const { t } = useTranslation('worklist');
  const { t: queue } = useTranslation('queue');
  const { format } = useSpeech();
  const total = useReader(({ films }) => films.length);
  const left = useReader(({ films }) => films.count('left'));
  const select = useReader((state) => state.selectFilm);
  const [query, setQuery] = useState(ALL);
  const [marks, setMarks] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState(hasRoom);
  // A tablet that is turned must not find the sheet over its film.
  useEffect(() => {
    const roomy = globalThis.matchMedia?.(ROOMY);
    const follow = () => setOpen(hasRoom());
    roomy?.addEventListener('change', follow);
    return () => roomy?.removeEventListener('change', follow);
  }, []);

  const listed = useListedFilms(query);
  // What is marked but not listed is left alone.
  const marked = useMemo(() => listed.filter((id) => marks.has(id)), [listed, marks]);
  const toggle = useCallback(
    (id: number) =>
      setMarks((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const choose = useCallback(
    (id: number) => {
      select(id);
      if (!hasRoom()) setOpen(false);
    },
    [select],
  );
  return (
    <nav className={styles.worklist} data-print="hide" data-open={open} aria-label={queue('films')}>
      <div className={styles.heading}>
        <h2>
          {queue('films')} <span>{format.count(total)}</span>
        </h2>
        {!open && left > 0 && (
          <span className={styles.brief}>
            {t('progress', { ended: format.count(total - left), total: format.count(total) })}
          </span>
        )}
        <IconButton
          look={styles.toggle}
          aria-expanded={open}
          aria-label={open ? t('hideList') : t('showList')}
          title={open ? t('hideList') : t('showList')}
          onClick={() => setOpen(!open)}
        >
          <ListIcon />
        </IconButton>
      </div>
      {open && (
        <div className={styles.panel}>
          <QueueControls />
          {total > 1 && <WorklistFilters query={query} onChange={setQuery} />}
          {total > 1 && (
            <MarkedActions
              listed={listed}
              marked={marked}
              onMark={(ids) => setMarks(new Set(ids))}
            />
          )}
          {listed.length === 0 && <p className={styles.none}>{t('none')}</p>}
          <FilmRows films={listed} marked={new Set(marked)} onMark={toggle} onChoose={choose} />
          <SessionNote />
        </div>
      )}
    </nav>
  );
}
