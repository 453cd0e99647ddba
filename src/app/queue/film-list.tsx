import { useEffect, useRef } from 'react';
import { LABEL_NAMES } from '../label-names.ts';
import { CloseIcon } from '../shell/icons.tsx';
import { SyntheticTag } from '../shell/synthetic-tag.tsx';
import { type FilmEntry, type FilmState, filmOf, isRunning } from '../store/film-state.ts';
import { useReader } from '../store/reader-context.tsx';
import styles from './film-list.module.css';
import { Thumbnail } from './thumbnail.tsx';

function statusText(state: FilmState): string {
  switch (state.status) {
    case 'idle':
      return 'Waiting';
    case 'decoding':
      return 'Reading the file';
    case 'loading-models':
      return 'Loading networks';
    case 'segmenting':
      return 'Finding the lungs';
    case 'classifying':
      return 'Weighing classes';
    case 'cancelled':
      return 'Cancelled';
    case 'refused':
      return 'Refused';
    case 'failed':
      return 'Could not be read';
    case 'done':
      return state.study.indeterminate ? 'Indeterminate' : LABEL_NAMES[state.study.label];
  }
}

function Item({ entry, current }: { entry: FilmEntry; current: boolean }) {
  const select = useReader((state) => state.selectFilm);
  const remove = useReader((state) => state.removeFilm);
  const { id, source, state } = entry;
  const verb = isRunning(state) ? 'Cancel' : 'Remove';
  return (
    <li className={styles.item} data-status={state.status}>
      <button
        type="button"
        className={styles.choose}
        aria-current={current ? 'true' : undefined}
        onClick={() => select(id)}
      >
        <Thumbnail film={filmOf(state)} failed={state.status === 'failed'} />
        <span className={styles.words}>
          <span className={styles.name} title={source.name}>
            {source.name}
          </span>
          <span className={styles.state}>{statusText(state)}</span>
          {source.kind === 'demo' && <SyntheticTag />}
        </span>
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={`${verb} ${source.name}`}
        title={verb}
        onClick={() => remove(id)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** All films of this sitting, in the order in which they are read. */
export function FilmList() {
  const films = useReader((state) => state.films);
  const selectedId = useReader((state) => state.selectedId);
  const items = useRef<HTMLUListElement>(null);
  const at = films.findIndex(({ id }) => id === selectedId);

  // A new film may lie outside the list's window; scrollIntoView would move the page as well.
  useEffect(() => {
    const list = items.current;
    const item = list?.children[at];
    if (!list || !(item instanceof HTMLElement)) return;
    list.scrollTop = item.offsetTop - (list.clientHeight - item.offsetHeight) / 2;
    list.scrollLeft = item.offsetLeft - (list.clientWidth - item.offsetWidth) / 2;
  }, [at]);

  return (
    <nav className={styles.list} aria-label="Films">
      <h2 className={styles.heading}>
        Films <span>{films.length}</span>
      </h2>
      <ul ref={items} className={styles.items}>
        {films.map((entry) => (
          <Item key={entry.id} entry={entry} current={entry.id === selectedId} />
        ))}
      </ul>
    </nav>
  );
}
