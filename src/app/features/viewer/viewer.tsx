import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mask } from '../../../imaging/film.ts';
import type { PaneSize } from '../../../imaging/view/points.ts';
import { windowOver } from '../../../imaging/view/start-window.ts';
import type { Label } from '../../../models/labels.ts';
import type { ShownFilm, ShownStudy } from '../../../pipeline/shown-film.ts';
import type { FilmSource } from '../../../platform/intake/film-source.ts';
import type { MaskEdit } from '../../store/mask-edit.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useDisplayState, useViewer, useViewerStore } from '../../store/viewer/viewer-context.tsx';
import { usePrinting } from '../../ui/film/use-printing.ts';
import { EditBar } from '../correct/edit-bar.tsx';
import { useMaskEdit } from '../correct/use-mask-edit.ts';
import { PaneGrid } from './panes/pane-grid.tsx';
import { useLayers } from './panes/use-layers.ts';
import { usePaneSize } from './panes/use-pane-canvas.ts';
import { useOpenFilm, usePicture } from './panes/use-picture.ts';
import { Readout } from './readout.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useViewerShortcuts } from './use-viewer-shortcuts.ts';
import styles from './viewer.module.css';

interface ViewerProps {
  readonly id: number;
  readonly source: FilmSource;
  readonly film: ShownFilm;
  /** Null until the film is read. */
  readonly study: ShownStudy | null;
  /** The lungs of the study, or what was taken for lungs. */
  readonly lungs: Mask | null;
  /** Whether more pictures are on their way. */
  readonly pending: boolean;
  /** The class whose heat map is shown. */
  readonly chosen: Label | null;
  readonly edit: MaskEdit | null;
  /** More controls in the toolbar. */
  readonly tools?: ReactNode;
}

/** The film, its lungs and its heat map, seen through one view, with all that can be done to them. */
export function Viewer(props: ViewerProps) {
  const { id, source, film, study, lungs, pending, chosen, edit, tools } = props;
  const { t } = useTranslation('viewer');
  const store = useViewerStore();
  const { start } = useDisplayState();
  // Not the whole look: this is not rendered anew while the film is moved.
  const setWindow = useViewer((state) => state.looks.get(id)?.window ?? null);
  const inverted = useViewer((state) => state.looks.get(id)?.inverted ?? false);
  const window = useMemo(
    () => setWindow ?? start ?? windowOver(0, film.maxValue),
    [setWindow, start, film.maxValue],
  );
  const lungPicture = useViewer((state) => state.lungPicture);
  const heatThreshold = useViewer((state) => state.heatThreshold);
  const lungOpacity = useViewer((state) => state.lungOpacity);
  const heatOpacity = useReader((state) => state.heatOpacity);
  const draft = useViewer((state) => state.draft);
  const wantsEdit = useViewer((state) => state.editing);
  // On paper the lungs are as they were read, without the marks of the pen.
  const printing = usePrinting();
  const editing = wantsEdit && study !== null && !printing;

  useOpenFilm(source, film);
  const pick = usePicture(film, setWindow, inverted);
  const mask = editing ? (edit?.history.mask ?? lungs) : lungs;
  const layers = useLayers({
    pick,
    lungs: editing ? (draft ?? mask) : lungs,
    rawLungs: study?.rawLungs ?? null,
    heatMap: study && chosen && study.heatMaps[chosen],
    heatOpacity,
    heatThreshold,
    lungOpacity,
    lungPicture,
    editing,
  });
  const stroke = useMaskEdit(id, film, editing ? mask : null);

  const grid = useRef<HTMLDivElement>(null);
  const gridSize = usePaneSize(grid);
  /** The first picture's size, for what is done without a pointer. */
  const [first, setFirst] = useState<PaneSize | null>(null);
  const firstPane = useCallback(() => first, [first]);

  const toggleEdit = useCallback(() => {
    const { editing: was, panes, stacked } = store.getState();
    store.setState({ editing: !was, draft: null });
    if (!was && !stacked && !panes.includes('lungs')) store.getState().showPanes(['lungs']);
  }, [store]);

  const onEdit = study ? toggleEdit : null;
  useViewerShortcuts({ id, film, pane: firstPane, onEdit, editing });

  return (
    <section className={styles.viewer} aria-label={t('viewer')} data-editing={editing}>
      <Toolbar id={id} film={film} window={window} pane={firstPane} onEdit={onEdit}>
        {tools}
      </Toolbar>
      {editing && mask && (
        <EditBar
          id={id}
          film={film}
          mask={mask}
          edit={edit}
          edited={study.lungsEdited || edit?.problem != null}
        />
      )}
      <PaneGrid
        grid={grid}
        size={gridSize}
        id={id}
        film={film}
        study={study}
        hasLungs={lungs !== null}
        pending={pending}
        chosen={chosen}
        window={window}
        layers={layers}
        stroke={stroke}
        onFirstPane={setFirst}
      />
      <Readout id={id} film={film} window={window} pane={first} />
    </section>
  );
}
