import { useEffect, useRef } from 'react';
import type { FilmSize } from '../../../imaging/view/points.ts';
import { fittedView } from '../../../imaging/view/view.ts';
import { viewTransform } from '../../../imaging/view/view-transform.ts';
import type { Paint } from '../../ui/film/paint.ts';
import { usePaneSize } from '../../ui/film/use-pane-size.ts';
import styles from './film-view.module.css';

interface FilmViewProps {
  /** The canvas takes the film's shape and fills its box. */
  readonly film: FilmSize;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  /** Drawn one over the other, the first at the bottom. */
  readonly layers: readonly Paint[];
}

/** A picture of a film, as large as its box allows, sharp on every screen; never mirrored. */
export function FilmView({ film, name, layers }: FilmViewProps) {
  const { widthFilmPx, heightFilmPx } = film;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = usePaneSize(box);
  const scale = size
    ? Math.min(size.widthViewPx / widthFilmPx, size.heightViewPx / heightFilmPx)
    : 0;
  const width = Math.floor(widthFilmPx * scale);
  const height = Math.floor(heightFilmPx * scale);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const shape = { widthFilmPx, heightFilmPx };
    const pane = { widthViewPx: width, heightViewPx: height, pixelRatio: devicePixelRatio };
    context.canvas.width = width * devicePixelRatio;
    context.canvas.height = height * devicePixelRatio;
    context.imageSmoothingQuality = 'high';
    const transform = viewTransform(fittedView(shape), shape, pane);
    for (const layer of layers) layer({ context, film: shape, pane, transform });
  }, [layers, widthFilmPx, heightFilmPx, width, height]);

  return (
    <div ref={box} className={styles.box} dir="ltr">
      <canvas ref={canvas} role="img" aria-label={name} style={{ width, height }} />
    </div>
  );
}
