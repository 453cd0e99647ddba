import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShareRect } from '../../../imaging/black-out.ts';
import type { ShownFilm } from '../../../pipeline/shown-film.ts';
import { filmLayer } from '../../ui/film/film-canvas.ts';
import styles from './cases.module.css';

const STEP = 0.01;
/** Where a rectangle appears that is added by a button: names stand in upper corners most often. */
const FIRST: ShareRect = { left: 0.02, top: 0.02, width: 0.3, height: 0.08 };

const within = (value: number, max: number) => Math.min(max, Math.max(0, value));

/** The rectangle after an arrow key: moved, or with Shift resized. */
function nudge(rect: ShareRect, key: string, resize: boolean): ShareRect | null {
  const dx = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0;
  const dy = key === 'ArrowDown' ? STEP : key === 'ArrowUp' ? -STEP : 0;
  if (dx === 0 && dy === 0) return null;
  if (!resize) {
    const left = within(rect.left + dx, 1 - rect.width);
    return { ...rect, left, top: within(rect.top + dy, 1 - rect.height) };
  }
  const width = Math.max(STEP, within(rect.width + dx, 1 - rect.left));
  return { ...rect, width, height: Math.max(STEP, within(rect.height + dy, 1 - rect.top)) };
}

interface BlackOutEditorProps {
  readonly film: ShownFilm;
  readonly rects: readonly ShareRect[];
  readonly onChange: (rects: readonly ShareRect[]) => void;
}

/** Rectangles that are made black before a film is kept: drawn with the pointer, or by keys. */
export function BlackOutEditor({ film, rects, onChange }: BlackOutEditorProps) {
  const { t } = useTranslation('cases');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const { width, height } = film.picture;

  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(filmLayer(film), 0, 0);
  }, [film]);

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: within((event.clientX - box.left) / box.width, 1),
      y: within((event.clientY - box.top) / box.height, 1),
    };
  };
  const replace = (index: number, rect: ShareRect | null) =>
    onChange(rects.flatMap((one, at) => (at === index ? (rect ?? []) : one)));

  function onPointerDown(event: PointerEvent) {
    if (event.target !== canvas.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { x, y } = place(event);
    setFrom({ x, y });
    onChange([...rects, { left: x, top: y, width: 0, height: 0 }]);
  }

  function onPointerMove(event: PointerEvent) {
    if (!from) return;
    const { x, y } = place(event);
    replace(rects.length - 1, {
      left: Math.min(x, from.x),
      top: Math.min(y, from.y),
      width: Math.abs(x - from.x),
      height: Math.abs(y - from.y),
    });
  }

  function onPointerUp() {
    setFrom(null);
    // A click alone draws nothing.
    onChange(rects.filter((rect) => rect.width > STEP / 2 && rect.height > STEP / 2));
  }

  function onKeyDown(event: KeyboardEvent, index: number, rect: ShareRect) {
    if (event.key === 'Delete') replace(index, null);
    else {
      const next = nudge(rect, event.key, event.shiftKey);
      if (!next) return;
      replace(index, next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.editor}>
      <div
        className={styles.canvas}
        dir="ltr"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
      >
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={t('filmToKeep')}
        />
        {rects.map((rect, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: rectangles have no other name
            key={index}
            type="button"
            className={styles.rect}
            aria-label={t('rectangle', { position: index + 1 })}
            onKeyDown={(event) => onKeyDown(event, index, rect)}
            style={{
              left: `${rect.left * 100}%`,
              top: `${rect.top * 100}%`,
              width: `${rect.width * 100}%`,
              height: `${rect.height * 100}%`,
            }}
          />
        ))}
      </div>
      <p className={styles.hint}>{t('blackOutHint')}</p>
      <div className={styles.row}>
        <button type="button" className={styles.small} onClick={() => onChange([...rects, FIRST])}>
          {t('addRectangle')}
        </button>
        {rects.length > 0 && (
          <button
            type="button"
            className={styles.small}
            onClick={() => onChange(rects.slice(0, -1))}
          >
            {t('removeRectangle')}
          </button>
        )}
      </div>
    </div>
  );
}
