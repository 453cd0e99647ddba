import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { arrangePanes } from '../../../../imaging/view/arrange-panes.ts';
import type { PaneSize } from '../../../../imaging/view/points.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import { useSpeech } from '../../../i18n/speech.ts';
import { type FilmEntry, isRead, isRunning, shownLabel } from '../../../store/film-state.ts';
import { useViewer } from '../../../store/viewer/viewer-context.tsx';
import { LUNG_PICTURES, type PaneKind } from '../../../store/viewer/viewer-state.ts';
import type { StrokeHandlers } from '../../../ui/film/lung-editing.ts';
import { usePaneSize } from '../../../ui/film/use-pane-size.ts';
import { LabelledSlider } from '../../../ui/tools/labelled-slider.tsx';
import styles from './panes.module.css';
import type { PaneLayers } from './use-layers.ts';
import { ViewerPane, type ViewerPaneProps } from './viewer-pane.tsx';

interface PaneGridProps {
  readonly entry: FilmEntry;
  readonly film: ShownFilm;
  readonly window: GreyWindow;
  readonly layers: PaneLayers;
  readonly stroke: StrokeHandlers | null;
  readonly onFirstPane: (pane: PaneSize | null) => void;
}

type PaneContent = Pick<ViewerPaneProps, 'title' | 'detail' | 'namesFile' | 'name' | 'actions'>;

function LungPictureChoice({ raw }: { raw: boolean }) {
  const { t } = useTranslation('viewer');
  const lungPicture = useViewer((viewer) => viewer.lungPicture);
  const set = useViewer((viewer) => viewer.set);
  return (
    <fieldset className={styles.choice} data-print="hide" aria-label={t('lungPicture')}>
      {LUNG_PICTURES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={lungPicture === one}
          className={styles.chip}
          disabled={one === 'raw' && !raw}
          title={t(`lungPictures.${one}Title`)}
          onClick={() => set({ lungPicture: one })}
        >
          {t(`lungPictures.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** The pictures that are asked for, arranged so that they are as large as can be. */
export function PaneGrid({ entry, film, window, layers, stroke, onFirstPane }: PaneGridProps) {
  const { id, state } = entry;
  const study = isRead(entry) ? entry.state.study : null;
  const chosen = isRead(entry) ? shownLabel(entry) : null;
  const grid = useRef<HTMLDivElement>(null);
  const size = usePaneSize(grid);
  const { t } = useTranslation('viewer');
  const { t: reading } = useTranslation('reading');
  const { t: common } = useTranslation('common');
  const { format, labels } = useSpeech();
  const wanted = useViewer((viewer) => viewer.panes);
  const there = wanted.filter((kind) => isRunning(state) || layers[kind] !== null);
  const panes: readonly PaneKind[] = there.length > 0 ? there : ['film'];
  const stacked = useViewer((viewer) => viewer.stacked);
  const lungPicture = useViewer((viewer) => viewer.lungPicture);
  const lungOpacity = useViewer((viewer) => viewer.lungOpacity);
  const set = useViewer((viewer) => viewer.set);
  const { name } = film;
  const className = chosen ? labels[chosen] : '';
  const arrangement = size && !stacked ? arrangePanes(panes.length, film, size) : 'row';

  const shared = { id, film, window, stroke };
  const lungShare = study && common('ofFilm', { percent: format.percent(study.lungFraction) });
  const lungTitle =
    state.status === 'refused' && state.lungs ? reading('takenForLungs') : t('pane.lungs');
  const lungName = {
    outline: reading('outlineName', { name }),
    'cut-out': reading('cutOutName', { name }),
    raw: t('rawName', { name }),
  }[lungPicture];

  const contents: Readonly<Record<PaneKind, PaneContent>> = {
    film: {
      title: reading('film'),
      detail: name,
      namesFile: true,
      name: reading('filmName', { name }),
    },
    lungs: {
      title: lungTitle,
      detail: lungShare ?? undefined,
      name: lungName,
      actions: study && <LungPictureChoice raw={study.rawLungs !== null} />,
    },
    heat: {
      title: reading('heatMap'),
      detail: className,
      name: reading('heatName', { label: className, name }),
    },
  };
  return (
    <div ref={grid} className={styles.grid} data-print="panes" data-arrangement={arrangement}>
      {stacked ? (
        <ViewerPane
          {...shared}
          onSize={onFirstPane}
          kind="stacked"
          title={t('stackTitle')}
          detail={className}
          name={t('stackName', { label: className, name })}
          layers={layers.stacked}
          actions={
            <LabelledSlider
              name={t('lungTint')}
              value={Math.round(lungOpacity * 100)}
              max={100}
              text={format.wholePercent(lungOpacity)}
              onChange={(value) => set({ lungOpacity: value / 100 })}
            />
          }
        />
      ) : (
        panes.map((kind, index) => (
          <ViewerPane
            key={kind}
            {...shared}
            {...contents[kind]}
            kind={kind}
            layers={layers[kind]}
            onSize={index === 0 ? onFirstPane : undefined}
          />
        ))
      )}
    </div>
  );
}
