import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../../store/reader-context.tsx';
import { FilmRow, type FilmRowProps } from './film-row.tsx';
import styles from './worklist.module.css';

/** Rows are of one height, so that only those in sight need to be there. */
const ROW_PX = 68;

/** Shorter lists are there as a whole. */
const WHOLE_LIST = 50;

interface FilmRowsProps {
  /** Their ids. */
  readonly films: readonly number[];
  readonly marked: ReadonlySet<number>;
  readonly onMark: (id: number) => void;
  /** A film was chosen to be looked at. */
  readonly onChoose: (id: number) => void;
}

/** Drawn anew when its own film changes, and not the list. */
function ListedFilm({ id, ...row }: { readonly id: number } & Omit<FilmRowProps, 'entry'>) {
  const entry = useReader(({ films }) => films.get(id));
  return entry ? <FilmRow entry={entry} {...row} /> : null;
}

/** The films that are listed. Arrows go from film to film, space marks, delete removes. */
export function FilmRows({ films, marked, onMark, onChoose }: FilmRowsProps) {
  const { t } = useTranslation('queue');
  const selectedId = useReader((state) => state.selectedId);
  const select = useReader((state) => state.selectFilm);
  const removeFilms = useReader((state) => state.removeFilms);
  const list = useRef<HTMLUListElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const at = selectedId === null ? -1 : films.indexOf(selectedId);
  const whole = films.length <= WHOLE_LIST;
  const rows = useVirtualizer({
    count: films.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => films[index] ?? index,
    overscan: 8,
    enabled: !whole,
  });

  // A film that was chosen elsewhere comes into sight; scrollIntoView would move the page as well.
  useEffect(() => {
    const box = scroll.current;
    if (!box || at < 0) return;
    const top = at * ROW_PX;
    if (top < box.scrollTop || top + ROW_PX > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - (box.clientHeight - ROW_PX) / 2;
    }
  }, [at]);

  useEffect(() => {
    if (!focusNext.current) return;
    const row = list.current?.querySelector(`[data-film="${selectedId}"] [aria-current]`);
    if (!(row instanceof HTMLElement)) return;
    focusNext.current = false;
    row.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: films.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : films[Math.min(Math.max(to, 0), films.length - 1)];
    const row = (event.target as Element).closest('[data-film]');
    const id = Number(row?.getAttribute('data-film'));
    if (next !== undefined) {
      focusNext.current = true;
      select(next);
    } else if (event.key === ' ' && (event.target as Element).getAttribute('role') !== 'checkbox') {
      onMark(id);
    } else if (event.key === 'Delete') {
      focusNext.current = true;
      removeFilms(marked.has(id) ? [...marked] : [id]);
    } else return;
    event.preventDefault();
  }

  const row = (film: number, index: number, offsetPx: number | null) => (
    <ListedFilm
      key={film}
      id={film}
      current={film === selectedId}
      reachable={at < 0 ? index === 0 : index === at}
      checked={marked.has(film)}
      onChoose={onChoose}
      onCheck={onMark}
      position={index + 1}
      total={films.length}
      style={
        offsetPx === null
          ? undefined
          : { position: 'absolute', insetInline: 0, transform: `translateY(${offsetPx}px)` }
      }
    />
  );

  return (
    <div ref={scroll} className={styles.scroll}>
      <ul
        ref={list}
        className={styles.rows}
        style={whole ? undefined : { height: `${rows.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        aria-label={t('films')}
      >
        {whole
          ? films.map((film, index) => row(film, index, null))
          : rows.getVirtualItems().map(({ index, start }) => {
              const film = films[index];
              return film === undefined ? null : row(film, index, start);
            })}
      </ul>
    </div>
  );
}
