import { useMemo } from 'react';
import type { Mask } from '../../../../imaging/film.ts';
import type { HeatMap } from '../../../../pipeline/study.ts';
import type { LungPicture, PaneKind } from '../../../store/viewer/viewer-state.ts';
import { heatLayer } from '../../../ui/film/heat-layer.ts';
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
} from './paint.ts';
import { useLungPath } from './use-lung-path.ts';

export interface LayerParts {
  readonly pick: PickPicture | null;
  readonly lungs: Mask | null;
  /** The network's mask before post-processing. */
  readonly rawLungs: Mask | null;
  readonly heatMap: HeatMap | null;
  readonly heatOpacity: number;
  readonly heatThreshold: number;
  readonly lungOpacity: number;
  readonly lungPicture: LungPicture;
  /** Lungs that are being corrected are tinted in every picture. */
  readonly editing: boolean;
}

export type PaneLayers = Readonly<Record<PaneKind | 'stacked', readonly Paint[] | null>>;

const EDIT_TINT = 0.22;

/** What each pane draws, from the bottom up; a pane that lacks something has null. */
export function useLayers(parts: LayerParts): PaneLayers {
  const { pick, heatMap, heatOpacity, heatThreshold, lungOpacity, lungPicture, editing } = parts;
  const lungs = useLungPath(parts.lungs);
  const raw = useLungPath(lungPicture === 'raw' ? parts.rawLungs : null);
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
    const edit = editing && lungs && outline && [paintTint(lungs, OUTLINE, EDIT_TINT), ...outline];
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
  }, [pick, lungs, raw, heat, heatOpacity, lungOpacity, lungPicture, editing]);
}
