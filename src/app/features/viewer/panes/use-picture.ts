import { useEffect, useMemo } from 'react';
import { levelFor } from '../../../../imaging/view/grey-pyramid.ts';
import type { GreyWindow } from '../../../../imaging/window-level.ts';
import type { ShownFilm } from '../../../../pipeline/shown-film.ts';
import type { FilmSource } from '../../../../platform/intake/film-source.ts';
import { useDisplay, useDisplayState } from '../../../store/viewer/viewer-context.tsx';
import { filmLayer } from '../../../ui/film/film-canvas.ts';
import type { PickPicture } from '../../../ui/film/paint.ts';

/** Has the display worker hold this film as long as it is on screen. */
export function useOpenFilm(source: FilmSource, film: ShownFilm | null): void {
  const display = useDisplay();
  const decoded = film !== null;
  useEffect(() => {
    if (!decoded) return;
    display?.open(source);
    return () => display?.close();
  }, [display, source, decoded]);
}

/**
 * What panes draw of the film: the level near their scale from the display worker, in the window
 * that is set; until it has come, the page's own smaller picture.
 */
export function usePicture(
  film: ShownFilm | null,
  window: GreyWindow | null,
  inverted: boolean,
): PickPicture | null {
  const display = useDisplay();
  const { status, levels, start } = useDisplayState();
  const own = useMemo(() => film && filmLayer(film), [film]);
  const shown = window ?? start;
  return useMemo(() => {
    if (!own) return null;
    if (!display || status !== 'open' || !shown) return () => own;
    return (scale: number) => {
      const level = levelFor(scale, levels);
      display.draw(shown, inverted, level);
      return display.picture(level) ?? own;
    };
  }, [own, display, status, levels, shown, inverted]);
}
