import type { Sample } from './watch-page.ts';

export const MEASURES = [
  'tensors',
  'tensorBytes',
  'wasmHeapBytes',
  'gpuBytes',
  'pageHeapBytes',
  'objectUrls',
] as const;

export type Measure = (typeof MEASURES)[number];

export interface Growth {
  readonly measure: Measure;
  readonly afterWarmUp: number | null;
  readonly atEnd: number | null;
  /** By the straight line through all samples after the warm-up. */
  readonly perFilm: number | null;
  readonly flat: boolean;
}

/** The page may keep a line for each film; everything else must not grow at all. */
const ALLOWED_PER_FILM: Readonly<Record<Measure, number>> = {
  tensors: 0,
  tensorBytes: 0,
  wasmHeapBytes: 0,
  gpuBytes: 0,
  pageHeapBytes: 4096,
  objectUrls: 0,
};

function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** How each measure went on after the first `warmUp` films. */
export function judgeCurves(samples: readonly Sample[], warmUp: number): Growth[] {
  const after = samples.filter(({ films }) => films >= warmUp);
  return MEASURES.map((measure) => {
    const points = after.flatMap((sample) =>
      sample[measure] === null ? [] : [[sample.films, sample[measure]] as const],
    );
    if (points.length === 0) {
      return { measure, afterWarmUp: null, atEnd: null, perFilm: null, flat: true };
    }
    const perFilm = slope(points);
    return {
      measure,
      afterWarmUp: points[0]?.[1] ?? null,
      atEnd: points.at(-1)?.[1] ?? null,
      perFilm: Math.round(perFilm * 100) / 100,
      flat: perFilm <= ALLOWED_PER_FILM[measure],
    };
  });
}
