import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PerLabel } from '../../models/labels.ts';
import { useSpeech } from '../i18n/speech.ts';
import { CloseIcon } from '../shell/icons.tsx';
import { SyntheticTag } from '../shell/synthetic-tag.tsx';
import { type FilmEntry, type FilmState, filmOf, isRunning } from '../store/film-state.ts';
import { useReader } from '../store/reader-context.tsx';
import styles from './film-list.module.css';
import { Thumbnail } from './thumbnail.tsx';

function statusText(state: FilmState, t: TFunction<'queue'>, labels: PerLabel<string>): string {
  if (state.status !== 'done') return t(`state.${state.status}`);
  return state.study.indeterminate ? t('state.indeterminate') : labels[state.study.label];
}

function Item({ entry, current }: { entry: FilmEntry; current: boolean }) {
  const select = useReader((state) => state.selectFilm);
  const remove = useReader((state) => state.removeFilm);
  const { id, source, state } = entry;
  const { t } = useTranslation('queue');
  const { labels } = useSpeech();
  const verb = isRunning(state) ? 'cancel' : 'remove';
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
          <span className={styles.name} title={source.name} dir="auto">
            {source.name}
          </span>
          <span className={styles.state}>{statusText(state, t, labels)}</span>
          {source.kind === 'demo' && <SyntheticTag />}
        </span>
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={t(`${verb}Name`, { name: source.name })}
        title={t(verb)}
        onClick={() => remove(id)}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

/** All films of this sitting, in the order in which they are read. */
export function FilmList() {
  const { t } = useTranslation('queue');
  const films = useReader((state) => state.films);
  const { format } = useSpeech();
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
    <nav className={styles.list} aria-label={t('films')}>
      <h2 className={styles.heading}>
        {t('films')} <span>{format.count(films.length)}</span>
      </h2>
      <ul ref={items} className={styles.items}>
        {films.map((entry) => (
          <Item key={entry.id} entry={entry} current={entry.id === selectedId} />
        ))}
      </ul>
    </nav>
  );
}
