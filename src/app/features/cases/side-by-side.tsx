import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { applyWindow, type GreyWindow } from '../../../imaging/window-level.ts';
import { LABELS } from '../../../models/labels.ts';
import type { ShownStudy } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import type { FilmEntry } from '../../store/film-state.ts';
import { Button } from '../../ui/button.tsx';
import { filmLayer } from '../../ui/film/film-canvas.ts';
import styles from './cases.module.css';
import { casesStore, type ReadableCase } from './cases-store.ts';

type Reading = Pick<ShownStudy, 'probabilities' | 'label'>;

function Column(props: {
  readonly title: string;
  readonly date: Date;
  readonly name: string;
  readonly reading: Reading;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}) {
  const { title, date, name, reading, canvas } = props;
  const { format, labels } = useSpeech();
  return (
    <section className={styles.column} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.hint}>{format.dateTime(date)}</p>
      <canvas ref={canvas} role="img" aria-label={name} />
      <dl className={styles.figures}>
        {LABELS.map((label) => (
          <div key={label} data-top={label === reading.label}>
            <dt>{labels[label]}</dt>
            <dd>{format.percent(reading.probabilities[label])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The kept pixels in the window that the film had, so that both films are shown alike. */
async function windowed(png: Blob, window: GreyWindow): Promise<HTMLCanvasElement> {
  const { decode } = await import('fast-png');
  const { width, height, data } = decode(await png.arrayBuffer());
  const greys = Float32Array.from(data);
  const grey8 = applyWindow({ width, height, data: greys }, window);
  return filmLayer({ picture: { width, height, grey8 } });
}

function draw(canvas: HTMLCanvasElement | null, image: HTMLCanvasElement): void {
  if (!canvas) return;
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
}

interface SideBySideProps {
  readonly earlier: ReadableCase;
  readonly entry: FilmEntry;
  readonly study: ShownStudy;
  readonly onClose: () => void;
}

/** An earlier film beside the one on screen, with dates and the probabilities of both. */
export function SideBySide({ earlier, entry, study, onClose }: SideBySideProps) {
  const { t } = useTranslation('cases');
  const before = useRef<HTMLCanvasElement>(null);
  const now = useRef<HTMLCanvasElement>(null);
  const { film } = study;

  useEffect(() => draw(now.current, filmLayer(film)), [film]);
  useEffect(() => {
    let there = true;
    casesStore
      .getState()
      .pixels(earlier.id)
      .then((png) => png && windowed(png, earlier.reading.window))
      .then((film) => {
        if (film && there) draw(before.current, film);
      })
      // The thumbnail of the list is what is left then.
      .catch(() => {});
    return () => {
      there = false;
    };
  }, [earlier]);

  const number = { number: earlier.id };
  return (
    <>
      <div className={styles.pair}>
        <Column
          title={t('earlier', number)}
          date={new Date(earlier.addedAt)}
          name={t('filmOfCase', number)}
          reading={earlier.reading.study}
          canvas={before}
        />
        <Column
          title={t('onScreen')}
          date={new Date(entry.addedAt)}
          name={t('filmOnScreen')}
          reading={study}
          canvas={now}
        />
      </div>
      <p className={styles.hint}>{t('datesMeaning')}</p>
      <div className={styles.row}>
        <Button kind="quiet" onClick={onClose}>
          {t('back')}
        </Button>
      </div>
    </>
  );
}
