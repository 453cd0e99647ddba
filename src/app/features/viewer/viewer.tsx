import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaneSize } from '../../../imaging/view/points.ts';
import { windowOver } from '../../../imaging/view/start-window.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { type FilmEntry, isRead } from '../../store/film-state.ts';
import { useDisplayState, useViewer } from '../../store/viewer/viewer-context.tsx';
import type { LungEditing } from '../../ui/film/lung-editing.ts';
import { PaneGrid } from './panes/pane-grid.tsx';
import { useLayers } from './panes/use-layers.ts';
import { useOpenFilm, usePicture } from './panes/use-picture.ts';
import { Readout } from './readout.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useViewerShortcuts } from './use-viewer-shortcuts.ts';
import styles from './viewer.module.css';

interface ViewerProps {
  readonly entry: FilmEntry;
  /** The entry's film, once it is decoded. */
  readonly film: ShownFilm;
  /** Null as long as nobody corrects the lungs. */
  readonly editing: LungEditing | null;
  /** More controls in the toolbar. */
  readonly tools?: ReactNode;
}

/** The film, its lungs and its heat map, seen through one view, with all that can be done to them. */
export function Viewer({ entry, film, editing, tools }: ViewerProps) {
  const { id, source } = entry;
  const { t } = useTranslation('viewer');
  const { start } = useDisplayState();
  // Not the whole look: this is not rendered anew while the film is moved.
  const setWindow = useViewer((state) => state.looks.get(id)?.window ?? null);
  const inverted = useViewer((state) => state.looks.get(id)?.inverted ?? false);
  const window = useMemo(
    () => setWindow ?? start ?? windowOver(0, film.maxValue),
    [setWindow, start, film.maxValue],
  );

  useOpenFilm(source, film);
  const pick = usePicture(film, setWindow, inverted);
  const layers = useLayers(pick, entry, editing);

  /** The first picture's size, for what is done without a pointer. */
  const [first, setFirst] = useState<PaneSize | null>(null);
  const firstPane = useCallback(() => first, [first]);

  const toggleEditing = useViewer((state) => state.toggleEditing);
  const onEdit = isRead(entry) ? toggleEditing : null;
  useViewerShortcuts({ id, film, pane: firstPane, onEdit });

  return (
    <section className={styles.viewer} aria-label={t('viewer')} data-editing={editing !== null}>
      <Toolbar id={id} film={film} window={window} pane={firstPane} onEdit={onEdit}>
        {tools}
      </Toolbar>
      {editing?.bar}
      <PaneGrid
        entry={entry}
        film={film}
        window={window}
        layers={layers}
        stroke={editing?.stroke ?? null}
        onFirstPane={setFirst}
      />
      <Readout id={id} film={film} window={window} pane={first} />
    </section>
  );
}
