import { useEffect, useRef } from 'react';
import type { ShownFilm } from '../../pipeline/shown-film.ts';
import { filmLayer } from './film/film-canvas.ts';
import { WarningIcon } from './icons.tsx';
import styles from './thumbnail.module.css';

const SIDE_PX = 96;

/** A film small enough to be told from its neighbours; drawn once. */
export function Thumbnail({ film, failed }: { film: ShownFilm | null; failed: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !film) return;
    const { width, height } = film.thumbnail;
    const scale = SIDE_PX / Math.max(width, height);
    const [w, h] = [width * scale, height * scale];
    context.imageSmoothingQuality = 'high';
    context.clearRect(0, 0, SIDE_PX, SIDE_PX);
    context.drawImage(
      filmLayer({ picture: film.thumbnail }),
      (SIDE_PX - w) / 2,
      (SIDE_PX - h) / 2,
      w,
      h,
    );
  }, [film]);
  return (
    <span className={styles.thumbnail} data-surface="film" aria-hidden="true">
      {film && <canvas ref={canvas} width={SIDE_PX} height={SIDE_PX} />}
      {!film && failed && <WarningIcon />}
    </span>
  );
}
