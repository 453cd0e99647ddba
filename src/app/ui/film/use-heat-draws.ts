import { useMemo } from 'react';
import type { HeatMap } from '../../../pipeline/study.ts';
import { useViewer } from '../../store/viewer/viewer-context.tsx';
import { type Draw, drawFilm, drawHeat, drawOutline } from './draw.ts';
import { heatLayer } from './heat-layer.ts';
import { FAINT_OUTLINE } from './outline-colours.ts';
import type { FilmBase } from './use-film-base.ts';

/** A heat map over its film, with the lungs' outline; a new opacity builds nothing anew. */
export function useHeatDraws(
  { film, lungs }: FilmBase,
  heatMap: HeatMap | null,
  opacity: number,
): readonly Draw[] | null {
  const threshold = useViewer((state) => state.heatThreshold);
  const heat = useMemo(() => heatMap && heatLayer(heatMap, threshold), [heatMap, threshold]);
  return useMemo(
    () =>
      film &&
      heat &&
      lungs && [drawFilm(film), drawHeat(heat, opacity), drawOutline(lungs, FAINT_OUTLINE, 1)],
    [film, heat, lungs, opacity],
  );
}
