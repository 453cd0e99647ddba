import { useMemo } from 'react';
import { type FilmEntry, isRead, lungsOf, shownLabel } from '../../../store/film-state.ts';
import { useReader } from '../../../store/reader-context.tsx';
import { useViewer } from '../../../store/viewer/viewer-context.tsx';
import type { PaneKind } from '../../../store/viewer/viewer-state.ts';
import { heatLayer } from '../../../ui/film/heat-layer.ts';
import type { LungEditing } from '../../../ui/film/lung-editing.ts';
import { FAINT_OUTLINE, OUTLINE, RAW_OUTLINE } from '../../../ui/film/outline-colours.ts';
import {
  type Paint,
  type PickPicture,
  paintCutOut,
  paintFilm,
  paintHalo,
  paintHeat,
  paintOutline,
  paintTint,
} from '../../../ui/film/paint.ts';
import { useLungPath } from '../../../ui/film/use-lung-path.ts';

export type PaneLayers = Readonly<Record<PaneKind | 'stacked', readonly Paint[] | null>>;

const EDIT_TINT = 0.22;

/** What each pane draws, from the bottom up; a pane that lacks something has null. */
export function useLayers(
  pick: PickPicture | null,
  entry: FilmEntry,
  editing: LungEditing | null,
): PaneLayers {
  const lungPicture = useViewer((state) => state.lungPicture);
  const heatThreshold = useViewer((state) => state.heatThreshold);
  const lungOpacity = useViewer((state) => state.lungOpacity);
  const heatOpacity = useReader((state) => state.heatOpacity);
  const study = isRead(entry) ? entry.state.study : null;
  const heatMap = isRead(entry) ? entry.state.study.heatMaps[shownLabel(entry)] : null;
  const lungs = useLungPath(editing?.lungs ?? lungsOf(entry.state));
  const raw = useLungPath(lungPicture === 'raw' ? (study?.rawLungs ?? null) : null);
  // Lungs that are being corrected are tinted in every picture.
  const tinted = editing !== null;
  const heat = useMemo(
    () => heatMap && heatLayer(heatMap, heatThreshold),
    [heatMap, heatThreshold],
  );

  return useMemo(() => {
    if (!pick) return { film: null, lungs: null, heat: null, stacked: null };
    const film = paintFilm(pick);
    const outline = lungs && [
      paintHalo(lungs),
      paintOutline(lungs, { colour: OUTLINE, widthViewPx: 1.75 }),
    ];
    const faint = lungs && paintOutline(lungs, { colour: FAINT_OUTLINE, widthViewPx: 1 });
    const edit = tinted && lungs && outline && [paintTint(lungs, OUTLINE, EDIT_TINT), ...outline];
    const tint = lungs && paintTint(lungs, OUTLINE, lungOpacity);
    const rawPen = { colour: RAW_OUTLINE, widthViewPx: 1.75, dash: [5, 4] };
    const lungLayers = () => {
      if (!lungs || !outline) return null;
      if (edit) return [film, ...edit];
      if (lungPicture === 'cut-out') return [paintCutOut(pick, lungs)];
      return [film, ...outline, ...(raw ? [paintHalo(raw), paintOutline(raw, rawPen)] : [])];
    };
    const over = heat ? [paintHeat(heat, heatOpacity)] : [];
    return {
      film: edit ? [film, ...edit] : [film],
      lungs: lungLayers(),
      heat: heat && faint && [film, ...over, ...(edit || [faint])],
      stacked: [film, ...over, ...(edit || (tint && outline ? [tint, ...outline] : []))],
    };
  }, [pick, lungs, raw, heat, heatOpacity, lungOpacity, lungPicture, tinted]);
}
