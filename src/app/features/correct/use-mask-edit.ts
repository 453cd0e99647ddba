import { useMemo, useRef } from 'react';
import type { Mask } from '../../../imaging/film.ts';
import { type Disc, type MaskPoint, paintStroke } from '../../../imaging/mask-edit/brush.ts';
import { fillGap, removePiece } from '../../../imaging/mask-edit/fill.ts';
import type { FilmPoint, FilmSize } from '../../../imaging/view/points.ts';
import { useReader } from '../../store/reader-context.tsx';
import { useViewerStore } from '../../store/viewer/viewer-context.tsx';
import type { StrokeHandlers } from '../../ui/film/lung-editing.ts';

/** A disc on the film as it lies in the mask, which squashes the film to its own square. */
export function discOf(radiusFilmPx: number, film: FilmSize, mask: Mask): Disc {
  return {
    rxMaskPx: (radiusFilmPx * mask.width) / film.widthFilmPx,
    ryMaskPx: (radiusFilmPx * mask.height) / film.heightFilmPx,
  };
}

function inMask({ xFilmPx, yFilmPx }: FilmPoint, film: FilmSize, mask: Mask): MaskPoint {
  return {
    xMaskPx: (xFilmPx * mask.width) / film.widthFilmPx,
    yMaskPx: (yFilmPx * mask.height) / film.heightFilmPx,
  };
}

/**
 * What presses and strokes over a film do to its lungs. Each is drawn as a draft; when it ends, it
 * becomes a step of the correction, and the film is read again.
 */
export function useMaskEdit(id: number, film: FilmSize, mask: Mask | null): StrokeHandlers | null {
  const store = useViewerStore();
  const editLungs = useReader((state) => state.editLungs);
  const stroke = useRef<{ last: MaskPoint; value: 0 | 1 } | null>(null);

  return useMemo(() => {
    if (!mask) return null;
    const setDraft = (draft: Mask | null) => store.getState().set({ draft });
    const paint = (from: MaskPoint, to: MaskPoint, value: 0 | 1) => {
      const { draft, brushShare } = store.getState();
      const radius = brushShare * Math.max(film.widthFilmPx, film.heightFilmPx);
      const disc = discOf(radius, film, mask);
      setDraft(paintStroke(draft ?? mask, { from, to, disc, value }));
    };
    return {
      begin(at, erase) {
        const { editTool } = store.getState();
        const point = inMask(at, film, mask);
        if (editTool === 'fill' || editTool === 'remove') {
          const changed = editTool === 'fill' ? fillGap(mask, point) : removePiece(mask, point);
          if (changed) setDraft(changed);
          return;
        }
        const value = editTool === 'eraser' || erase ? 0 : 1;
        stroke.current = { last: point, value };
        paint(point, point, value);
      },
      move(at) {
        if (!stroke.current) return;
        const point = inMask(at, film, mask);
        paint(stroke.current.last, point, stroke.current.value);
        stroke.current.last = point;
      },
      end(keep) {
        stroke.current = null;
        const { draft } = store.getState();
        setDraft(null);
        if (keep && draft && draft !== mask) editLungs(id, draft);
      },
    };
  }, [store, editLungs, id, film, mask]);
}
