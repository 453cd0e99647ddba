import { type RefObject, useEffect } from 'react';
import { shallow } from 'zustand/shallow';
import type { FilmSize, PaneSize } from '../../../../imaging/view/points.ts';
import { viewTransform } from '../../../../imaging/view/view-transform.ts';
import { useDisplay, useViewerStore } from '../../../store/viewer/viewer-context.tsx';
import { firstLook } from '../../../store/viewer/viewer-state.ts';
import type { Paint } from '../../../ui/film/paint.ts';
import { paintLens } from './paint-marks.ts';

interface PaneCanvas {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly id: number;
  readonly film: FilmSize;
  readonly pane: PaneSize | null;
  readonly layers: readonly Paint[];
  /** Drawn last, and not magnified. */
  readonly marks: readonly Paint[];
}

/** Draws a pane anew with its layers, and once a frame at most when its view or the film's picture change. */
export function usePaneCanvas({ canvas, id, film, pane, layers, marks }: PaneCanvas): void {
  const store = useViewerStore();
  const display = useDisplay();

  useEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false });
    if (!context || !pane) return;
    const width = Math.max(1, Math.round(pane.widthViewPx * pane.pixelRatio));
    const height = Math.max(1, Math.round(pane.heightViewPx * pane.pixelRatio));
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;

    const draw = () => {
      frame = 0;
      const { looks, magnifier, pointer } = store.getState();
      const { view } = looks.get(id) ?? firstLook(film);
      const surface = { context, film, pane, transform: viewTransform(view, film, pane) };
      context.fillStyle = '#000';
      context.fillRect(0, 0, width, height);
      // The picture's own level is near this scale: plain interpolation is enough, and fast.
      context.imageSmoothingQuality = 'low';
      for (const layer of layers) layer(surface);
      if (magnifier && pointer) paintLens(pointer.at, layers)(surface);
      for (const mark of marks) mark(surface);
    };
    let frame = 0;
    // At once: printing waits for no frame.
    draw();
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const endPictures = display?.onPicture(ask);
    const endStore = store.subscribe(
      ({ looks, magnifier, pointer }) => [looks, magnifier, magnifier && pointer],
      ask,
      { equalityFn: shallow },
    );
    return () => {
      cancelAnimationFrame(frame);
      endPictures?.();
      endStore();
    };
  }, [canvas, id, film, pane, layers, marks, store, display]);
}
