import { useMemo } from 'react';
import type { HeatMap } from '../../../pipeline/study.ts';
import { useViewer } from '../../store/viewer/viewer-context.tsx';
import type { Layer } from '../../ui/film/film-canvas.ts';
import { heatLayer } from '../../ui/film/heat-layer.ts';
import type { LungPath } from '../../ui/film/lung-path.ts';
import { FAINT_OUTLINE } from '../../ui/film/outline-colours.ts';
import { type Paint, paintFilm, paintHeat, paintOutline } from '../../ui/film/paint.ts';

/** A heat map over its film, with the lungs' outline; a new opacity builds nothing anew. */
export function useHeatLayers(
  film: Layer,
  lungs: LungPath | null,
  heatMap: HeatMap | null,
  opacity: number,
): readonly Paint[] | null {
  const threshold = useViewer((state) => state.heatThreshold);
  const heat = useMemo(() => heatMap && heatLayer(heatMap, threshold), [heatMap, threshold]);
  return useMemo(
    () =>
      heat &&
      lungs && [
        paintFilm(() => film),
        paintHeat(heat, opacity),
        paintOutline(lungs, { colour: FAINT_OUTLINE, widthViewPx: 1 }),
      ],
    [film, heat, lungs, opacity],
  );
}
