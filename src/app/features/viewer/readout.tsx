import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaneSize } from '../../../imaging/view/points.ts';
import { baseScale } from '../../../imaging/view/view-transform.ts';
import type { GreyWindow } from '../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { useSpeech } from '../../i18n/speech.ts';
import { useDisplay, useViewer } from '../../store/viewer/viewer-context.tsx';
import { firstLook } from '../../store/viewer/viewer-state.ts';
import { formatLength } from './format-length.ts';
import styles from './readout.module.css';

interface ReadoutProps {
  readonly id: number;
  readonly film: ShownFilm;
  readonly window: GreyWindow;
  readonly pane: PaneSize | null;
}

/** The grey under the pointer; null beside the film, or as long as the film is not open. */
function useGrey(): number | null {
  const display = useDisplay();
  const at = useViewer((state) => state.pointer?.at ?? null);
  const [grey, setGrey] = useState<number | null>(null);
  useEffect(() => {
    let current = true;
    if (!at || !display) setGrey(null);
    else {
      display.probe(at).then((value) => {
        if (current) setGrey(value);
      });
    }
    return () => {
      current = false;
    };
  }, [display, at]);
  return grey;
}

/** Where the pointer is and what grey lies there, and how the film is shown. */
export function Readout({ id, film, window, pane }: ReadoutProps) {
  const { t } = useTranslation('viewer');
  const speech = useSpeech();
  const { format } = speech;
  const grey = useGrey();
  const at = useViewer((state) => state.pointer?.at ?? null);
  const ruler = useViewer((state) => state.looks.get(id)?.ruler ?? null);
  const scale = useViewer((state) => {
    const { view } = state.looks.get(id) ?? firstLook(film);
    return pane && baseScale(view, film, pane) * view.factor * pane.pixelRatio;
  });
  const spacing = film.dicom?.spacing;
  const inside =
    at &&
    at.xFilmPx >= 0 &&
    at.yFilmPx >= 0 &&
    at.xFilmPx < film.widthFilmPx &&
    at.yFilmPx < film.heightFilmPx;
  return (
    <dl className={styles.readout} data-print="hide" aria-label={t('readout')}>
      <div className={styles.pointer}>
        <dt>{t('pointer')}</dt>
        <dd data-testid="pointer">
          {inside
            ? t('at', { x: Math.floor(at.xFilmPx), y: Math.floor(at.yFilmPx) })
            : t('noPointer')}
          {inside &&
            spacing &&
            ` (${t('atMm', {
              x: format.decimals(at.xFilmPx * spacing.columnMm, 1),
              y: format.decimals(at.yFilmPx * spacing.rowMm, 1),
            })})`}
        </dd>
      </div>
      <div className={styles.pointer}>
        <dt>{t('grey')}</dt>
        <dd data-testid="grey">
          {inside && grey !== null
            ? t('greyOf', { grey: format.count(grey), most: format.count(film.maxValue) })
            : t('noPointer')}
        </dd>
      </div>
      {ruler && (
        <div>
          <dt>{t('length')}</dt>
          <dd data-testid="length">{formatLength(ruler, spacing, speech)}</dd>
        </div>
      )}
      <div>
        <dt>{t('windowShort')}</dt>
        <dd data-testid="window">
          {t('windowValues', {
            centre: format.count(Math.round(window.centre)),
            width: format.count(Math.round(window.width)),
          })}
        </dd>
      </div>
      <div>
        <dt>{t('zoom')}</dt>
        <dd data-testid="zoom">{scale === null ? '' : format.wholePercent(scale)}</dd>
      </div>
    </dl>
  );
}
