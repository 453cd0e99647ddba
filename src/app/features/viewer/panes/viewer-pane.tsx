import { type CSSProperties, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaneSize } from '../../../../imaging/view/points.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import { useSpeech } from '../../../i18n/speech.ts';
import { useViewer } from '../../../store/viewer/viewer-context.tsx';
import type { StrokeHandlers } from '../../../ui/film/lung-editing.ts';
import type { Paint } from '../../../ui/film/paint.ts';
import { usePaneSize } from '../../../ui/film/use-pane-size.ts';
import { usePrinting } from '../../../ui/film/use-printing.ts';
import { SyntheticTag } from '../../../ui/synthetic-tag.tsx';
import { formatLength } from '../format-length.ts';
import { EdgeLetters } from './edge-letters.tsx';
import { paintBrushRing, paintRuler } from './paint-marks.ts';
import styles from './panes.module.css';
import { useGestures } from './use-gestures.ts';
import { usePaneCanvas } from './use-pane-canvas.ts';

export interface ViewerPaneProps {
  readonly kind: string;
  readonly id: number;
  readonly title: string;
  readonly detail?: string | undefined;
  /** The detail is the name of a file, which may be a patient's and is not printed. */
  readonly namesFile?: boolean;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  readonly film: ShownFilm;
  readonly window: GreyWindow;
  /** Null while there is nothing to show yet. */
  readonly layers: readonly Paint[] | null;
  readonly stroke: StrokeHandlers | null;
  readonly actions?: ReactNode;
  /** Told the picture's size, whenever it changes. */
  readonly onSize?: ((pane: PaneSize | null) => void) | undefined;
}

const NO_LAYERS: readonly Paint[] = [];

/** One picture of the film, seen through the view that all panes share. */
export function ViewerPane(props: ViewerPaneProps) {
  const {
    kind,
    id,
    title,
    detail,
    namesFile = false,
    name,
    film,
    window,
    layers,
    stroke,
    actions,
    onSize,
  } = props;
  const titleId = useId();
  const { t } = useTranslation('viewer');
  const speech = useSpeech();
  const printing = usePrinting();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pane = usePaneSize(box);
  useEffect(() => onSize?.(pane), [onSize, pane]);
  const quarterTurns = useViewer((state) => state.looks.get(id)?.view.quarterTurns ?? 0);
  const flipped = useViewer((state) => state.looks.get(id)?.view.flipped ?? false);
  const ruler = useViewer((state) => state.looks.get(id)?.ruler ?? null);
  const tool = useViewer((state) => (state.editing && stroke ? state.editTool : state.tool));
  const ringAt = useViewer((state) =>
    state.editing && stroke && state.pointer?.hovers && /brush|eraser/.test(state.editTool)
      ? state.pointer.at
      : null,
  );
  const brushShare = useViewer((state) => state.brushShare);
  const radius = brushShare * Math.max(film.widthFilmPx, film.heightFilmPx);

  // For paper (print.css), where the picture takes the film's shape instead of the window's.
  const { widthFilmPx: width, heightFilmPx: height } = film;
  const ratio = quarterTurns % 2 === 0 ? width / height : height / width;
  const shape = { '--shown-ratio': ratio } as CSSProperties;

  const marks = useMemo(
    () => [
      ...(ruler ? [paintRuler(ruler, formatLength(ruler, film.dicom?.spacing, speech))] : []),
      ...(ringAt ? [paintBrushRing(ringAt, radius)] : []),
    ],
    [ruler, film, speech, ringAt, radius],
  );
  usePaneCanvas({ canvas, id, film, pane, layers: layers ?? NO_LAYERS, marks });
  useGestures({ canvas, id, film, pane, ready: layers !== null, window, stroke });

  return (
    <section className={styles.pane} data-kind={kind} data-surface="film" aria-labelledby={titleId}>
      <header className={styles.header}>
        <h3 id={titleId} className={styles.heading}>
          <span className={styles.title}>{title}</span>
          {kind === 'film' && film.format === 'synthetic' && <SyntheticTag />}
          {detail && (
            <bdi
              className={styles.detail}
              title={detail}
              data-print={namesFile ? 'hide' : undefined}
            >
              {detail}
            </bdi>
          )}
        </h3>
        {actions}
      </header>
      <div ref={box} className={styles.picture} style={shape} dir="ltr">
        {layers ? (
          <>
            <canvas
              ref={canvas}
              className={styles.canvas}
              data-tool={tool}
              role="img"
              // A page printed to a PDF keeps the picture's name, and the film's in it.
              aria-label={printing ? title : name}
            />
            <EdgeLetters
              orientation={film.dicom?.patientOrientation}
              view={{ quarterTurns, flipped }}
            />
          </>
        ) : (
          <div className={styles.waiting} role="img" aria-label={t('waiting', { title })} />
        )}
      </div>
    </section>
  );
}
