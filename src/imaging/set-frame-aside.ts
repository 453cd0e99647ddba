import type { Film } from './film.ts';
import { findFrame } from './find-frame.ts';
import type { FrameSides } from './frame-sides.ts';

/** A white sheet around a black one around the film. */
const MOST_FRAMES = 3;

const add = (a: FrameSides, b: FrameSides): FrameSides => ({
  left: a.left + b.left,
  top: a.top + b.top,
  right: a.right + b.right,
  bottom: a.bottom + b.bottom,
});

/** The picture without these lines at its sides. */
function cropFilm(film: Film, { left, top, right, bottom }: FrameSides): Film {
  const width = film.width - left - right;
  const height = film.height - top - bottom;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * film.width + left;
    data.set(film.data.subarray(from, from + width), y * width);
  }
  return { ...film, width, height, data };
}

/**
 * A film without the frames around it, one within another, which it names from now on
 * (`frame`, and `frame` among its corrections); the film itself where it has none.
 */
export function setFrameAside(film: Film): Film {
  let inner = film;
  let all: FrameSides | null = null;
  for (let i = 0; i < MOST_FRAMES; i++) {
    const found = findFrame(inner);
    if (!found) break;
    inner = cropFilm(inner, found);
    all = all ? add(all, found) : found;
  }
  if (!all) return film;
  return { ...inner, frame: all, corrections: [...(film.corrections ?? []), 'frame'] };
}
