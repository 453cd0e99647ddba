import { useMemo } from 'react';
import type { Mask } from '../../imaging/film.ts';
import type { HeatMap } from '../../pipeline/study.ts';
import type { ShownFilm } from '../../platform/worker-bridge/shown-film.ts';
import {
  type Draw,
  drawCutOut,
  drawFilm,
  drawHalo,
  drawHeat,
  drawOutline,
} from '../viewer/draw.ts';
import { filmLayer } from '../viewer/film-canvas.ts';
import { heatLayer } from '../viewer/heat-layer.ts';
import { lungPath } from '../viewer/lung-path.ts';

/** The accent of styles/tokens.css; canvases do not read custom properties. */
const OUTLINE = '#7fd0e0';
const FAINT = 'rgb(127 208 224 / 60%)';

export interface ReadingLayers {
  readonly film: readonly Draw[] | null;
  readonly outline: readonly Draw[] | null;
  readonly cutOut: readonly Draw[] | null;
  readonly heat: readonly Draw[] | null;
}

/** What each pane draws; a new opacity or class builds only what it changes. */
export function useLayers(
  film: ShownFilm | null,
  lungs: Mask | null,
  heatMap: HeatMap | null,
  opacity: number,
): ReadingLayers {
  const base = useMemo(() => film && filmLayer(film), [film]);
  const path = useMemo(() => lungs && lungPath(lungs), [lungs]);
  const hot = useMemo(() => heatMap && heatLayer(heatMap), [heatMap]);
  const fixed = useMemo(
    () => ({
      film: base && [drawFilm(base)],
      outline: base && path && [drawFilm(base), drawHalo(path), drawOutline(path, OUTLINE, 1.75)],
      cutOut: base && path && [drawCutOut(base, path)],
    }),
    [base, path],
  );
  const heat = useMemo(
    () =>
      base && hot && path && [drawFilm(base), drawHeat(hot, opacity), drawOutline(path, FAINT, 1)],
    [base, hot, path, opacity],
  );
  return { ...fixed, heat };
}
