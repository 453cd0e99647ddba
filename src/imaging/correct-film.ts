import type { Correction } from './correction.ts';
import type { Film } from './film.ts';

/** Bright becomes dark: `maxValue` less each grey. */
function invert(film: Film): Film {
  return { ...film, data: film.data.map((grey) => film.maxValue - grey) };
}

function turnHalf(film: Film): Film {
  return { ...film, data: film.data.slice().reverse() };
}

/** A quarter clockwise: what was the left column becomes the top row. */
function turnClockwise(film: Film): Film {
  const { width, height, data } = film;
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      out[x * height + (height - 1 - y)] = data[y * width + x] as number;
    }
  }
  return { ...film, width: height, height: width, data: out };
}

const MAKE: Readonly<Record<Correction, (film: Film) => Film>> = {
  invert,
  'turn-half': turnHalf,
  'turn-clockwise': turnClockwise,
  'turn-counterclockwise': (film) => turnHalf(turnClockwise(film)),
};

/** The header's facts of a turned film: its rows are columns now, and run another way. */
function turnFacts(film: Film, correction: Correction): Film {
  if (!film.dicom || correction === 'invert') return film;
  const { spacing } = film.dicom;
  const turned =
    spacing && correction !== 'turn-half'
      ? { ...spacing, rowMm: spacing.columnMm, columnMm: spacing.rowMm }
      : spacing;
  return { ...film, dicom: { ...film.dicom, spacing: turned, patientOrientation: null } };
}

/** The film after the corrections, in their order, which it names from now on. */
export function correctFilm(film: Film, corrections: readonly Correction[]): Film {
  const done = corrections.reduce((one, correction) => {
    return turnFacts(MAKE[correction](one), correction);
  }, film);
  return corrections.length === 0
    ? film
    : { ...done, corrections: [...(film.corrections ?? []), ...corrections] };
}
