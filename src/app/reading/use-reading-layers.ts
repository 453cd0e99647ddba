import { useMemo } from 'react';
import type { Mask } from '../../imaging/film.ts';
import type { HeatMap } from '../../pipeline/study.ts';
import type { ShownFilm } from '../../platform/worker-bridge/shown-film.ts';
import { type Draw, drawCutOut, drawFilm, drawHalo, drawOutline } from '../viewer/draw.ts';
import { OUTLINE } from '../viewer/outline-colours.ts';
import { useFilmBase } from '../viewer/use-film-base.ts';
import { useHeatDraws } from '../viewer/use-heat-draws.ts';

export interface ReadingLayers {
  readonly film: readonly Draw[] | null;
  readonly outline: readonly Draw[] | null;
  readonly cutOut: readonly Draw[] | null;
  readonly heat: readonly Draw[] | null;
}

/** What each pane draws; a new opacity or class builds only what it changes. */
export function useReadingLayers(
  shown: ShownFilm | null,
  mask: Mask | null,
  heatMap: HeatMap | null,
  opacity: number,
): ReadingLayers {
  const base = useFilmBase(shown, mask);
  const heat = useHeatDraws(base, heatMap, opacity);
  const fixed = useMemo(() => {
    const { film, lungs } = base;
    return {
      film: film && [drawFilm(film)],
      outline: film &&
        lungs && [drawFilm(film), drawHalo(lungs), drawOutline(lungs, OUTLINE, 1.75)],
      cutOut: film && lungs && [drawCutOut(film, lungs)],
    };
  }, [base]);
  return { ...fixed, heat };
}
