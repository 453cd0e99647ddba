import * as Dialog from '@radix-ui/react-dialog';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../models/labels.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { HeatControls } from '../../ui/film/heat-controls.tsx';
import type { Paint } from '../../ui/film/paint.ts';
import { usePrinting } from '../../ui/film/use-printing.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CloseIcon, EnlargeIcon } from '../../ui/icons.tsx';
import { SyntheticTag } from '../../ui/synthetic-tag.tsx';
import { FilmView } from './film-view.tsx';
import styles from './heat-pane.module.css';

interface HeatPaneProps {
  readonly of: 'A' | 'B';
  /** The model's title. */
  readonly title: string;
  readonly film: ShownFilm;
  readonly chosen: Label;
  /** Null while there is nothing to show yet. */
  readonly layers: readonly Paint[] | null;
}

/** One model's heat map of the chosen class; a button opens it over the whole window. */
export function HeatPane({ of, title, film, chosen, layers }: HeatPaneProps) {
  const { t } = useTranslation('compare');
  const { t: viewer } = useTranslation('viewer');
  const { t: common } = useTranslation('common');
  const label = useSpeech().labels[chosen];
  const titleId = useId();
  // A page printed to a PDF keeps the picture's name, and the film's in it.
  const printing = usePrinting();
  const heading = t('heat', { letter: of });
  const name = printing ? heading : t('heatName', { label, name: film.name, title });
  const shown = layers && <FilmView film={film} name={name} layers={layers} />;
  const headline = (
    <>
      <span className={styles.title}>{heading}</span>
      {film.format === 'synthetic' && <SyntheticTag />}
      <span className={styles.detail} dir="auto">
        {label}
      </span>
    </>
  );
  return (
    <section className={styles.pane} data-surface="film" data-area="heat" aria-labelledby={titleId}>
      <Dialog.Root>
        <header className={styles.header}>
          <h3 id={titleId} className={styles.heading}>
            {headline}
          </h3>
          <Dialog.Trigger asChild>
            <IconButton
              look={styles.enlarge}
              data-print="hide"
              disabled={!shown}
              aria-label={viewer('enlarge', { title: heading })}
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
              <Dialog.Title className={styles.heading}>{headline}</Dialog.Title>
              <Dialog.Close asChild>
                <IconButton aria-label={viewer('closeLarge')}>
                  <CloseIcon />
                </IconButton>
              </Dialog.Close>
            </header>
            <div className={styles.picture}>{shown}</div>
            <div className={styles.controls}>
              <HeatControls scale={t('scale')} />
            </div>
            <p className={styles.reminder}>{common('research')}</p>
          </Dialog.Content>
        </Dialog.Portal>
      </Dialog.Root>
    </section>
  );
}
