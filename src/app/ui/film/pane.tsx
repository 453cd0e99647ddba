import * as Dialog from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { IconButton } from '../icon-button.tsx';
import { CloseIcon, EnlargeIcon } from '../icons.tsx';
import { SyntheticTag } from '../synthetic-tag.tsx';
import type { Draw } from './draw.ts';
import { FilmView } from './film-view.tsx';
import styles from './pane.module.css';
import { usePrinting } from './use-printing.ts';

interface PaneProps {
  readonly area: 'film' | 'outline' | 'cut-out' | 'heat';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly film: ShownFilm | null;
  /** Null while there is nothing to show yet. */
  readonly layers: readonly Draw[] | null;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  /** Controls under the picture when it is enlarged. */
  readonly controls?: ReactNode;
}

/** One picture with its heading; a button opens it over the whole window. */
export function Pane({ area, title, detail, film, layers, name, controls }: PaneProps) {
  const { t } = useTranslation('viewer');
  const { t: common } = useTranslation('common');
  const titleId = useId();
  // A page printed to a PDF keeps the picture's name, and the film's in it.
  const printing = usePrinting();
  const shown = film && layers && (
    <FilmView
      widthFilmPx={film.widthFilmPx}
      heightFilmPx={film.heightFilmPx}
      name={printing ? title : name}
      layers={layers}
    />
  );
  const heading = (
    <>
      <span className={styles.title}>{title}</span>
      {film?.format === 'synthetic' && <SyntheticTag />}
      {detail && (
        <span className={styles.detail} dir="auto">
          {detail}
        </span>
      )}
    </>
  );
  return (
    <section className={styles.pane} data-surface="film" data-area={area} aria-labelledby={titleId}>
      <Dialog.Root>
        <header className={styles.header}>
          <h3 id={titleId} className={styles.heading}>
            {heading}
          </h3>
          <Dialog.Trigger asChild>
            <IconButton
              look={styles.enlarge}
              data-print="hide"
              disabled={!shown}
              aria-label={t('enlarge', { title })}
            >
              <EnlargeIcon />
            </IconButton>
          </Dialog.Trigger>
        </header>
        <div className={styles.picture}>{shown || <div className={styles.waiting} />}</div>
        <Dialog.Portal>
          <Dialog.Content
            className={styles.dialog}
            data-surface="film"
            aria-describedby={undefined}
          >
            <header className={styles.header}>
              <Dialog.Title className={styles.heading}>{heading}</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton aria-label={t('closeLarge')}>
                  <CloseIcon />
                </IconButton>
              </Dialog.Close>
            </header>
            <div className={styles.picture}>{shown}</div>
            {controls && <div className={styles.controls}>{controls}</div>}
            <p className={styles.reminder}>{common('research')}</p>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </section>
  );
}
