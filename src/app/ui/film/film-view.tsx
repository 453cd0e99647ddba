import { useEffect, useRef, useState } from 'react';
import type { Draw } from './draw.ts';
import styles from './film-view.module.css';

interface FilmViewProps {
  /** Only their ratio matters: the canvas takes the film's shape and fills its box. */
  readonly widthFilmPx: number;
  readonly heightFilmPx: number;
  /** What a screen reader says instead of the picture. */
  readonly name: string;
  /** Drawn one over the other, the first at the bottom. */
  readonly layers: readonly Draw[];
}

/** A picture of a film, as large as its box allows, sharp on every screen; never mirrored. */
export function FilmView({ widthFilmPx, heightFilmPx, name, layers }: FilmViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });

  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const scale = Math.min(size.width / widthFilmPx, size.height / heightFilmPx);
  const width = Math.floor(widthFilmPx * scale);
  const height = Math.floor(heightFilmPx * scale);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || width === 0 || height === 0) return;
    const [deviceWidth, deviceHeight] = [width * devicePixelRatio, height * devicePixelRatio];
    context.canvas.width = deviceWidth;
    context.canvas.height = deviceHeight;
    for (const draw of layers) draw(context, context.canvas.width, context.canvas.height);
  }, [layers, width, height]);

  return (
    <div ref={box} className={styles.box} dir="ltr">
      <canvas ref={canvas} role="img" aria-label={name} style={{ width, height }} />
    </div>
  );
}
