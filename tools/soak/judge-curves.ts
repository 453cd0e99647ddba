import type { Sample } from './watch-page.ts';

/** Bytes that the page may keep of a film that stays in the list: its thumbnail and what was found. */
export const LISTED_FILM_BYTES = 40_960;

/** Room for the closures and records of which no more than a few may outlive their film. */
const STRAY_BYTES = 512;

/**
 * What a film more may add, by measure; null where that is told and not judged. V8 compiles what
 * runs often, and again: that ends when all is compiled.
 */
const ALLOWED_PER_FILM = {
  tensors: 0,
  tensorBytes: 0,
  wasmHeapBytes: 0,
  gpuBytes: 0,
  pageDataBytes: STRAY_BYTES,
  pageCodeBytes: null,
  workerDataBytes: STRAY_BYTES,
  workerCodeBytes: null,
  domNodes: 0,
  eventListeners: 0,
  objectUrls: 0,
} as const;

type Measure = keyof typeof ALLOWED_PER_FILM;

export const RUNS = ['cleared', 'listed', 'webgpu'] as const;

export type RunName = (typeof RUNS)[number];

interface Limits {
  /** Films before the first sample that counts. */
  readonly warmUp: number;
  readonly allowed?: Partial<Record<Measure, number | null>>;
}

/** The analysis worker keeps 64 films as its classifier sees them, so that it fills up before. */
const KEPT_BY_WORKER = 70;

export const LIMITS: Readonly<Record<RunName, Limits>> = {
  cleared: { warmUp: KEPT_BY_WORKER },
  listed: { warmUp: KEPT_BY_WORKER, allowed: { pageDataBytes: LISTED_FILM_BYTES } },
  // Films take too long there to wait for that.
  webgpu: { warmUp: 20, allowed: { workerDataBytes: null } },
};

const MEASURES = Object.keys(ALLOWED_PER_FILM) as readonly Measure[];

export interface Growth {
  readonly measure: Measure;
  readonly afterWarmUp: number | null;
  readonly atEnd: number | null;
  /** By the straight line through all samples after the warm-up. */
  readonly perFilm: number | null;
  readonly allowedPerFilm: number | null;
  readonly within: boolean;
}

function slope(points: readonly (readonly [number, number])[]): number {
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

/** How each measure went on after the warm-up. Throws where that is less than two samples. */
export function judgeCurves(run: RunName, samples: readonly Sample[]): Growth[] {
  const { warmUp, allowed = {} } = LIMITS[run];
  const after = samples.filter(({ films }) => films >= warmUp);
  if (after.length < 2) throw new Error(`too few films after the first ${warmUp}`);
  return MEASURES.map((measure) => {
    const special = allowed[measure];
    const allowedPerFilm = special === undefined ? ALLOWED_PER_FILM[measure] : special;
    const points = after.flatMap((sample) =>
      sample[measure] === null ? [] : [[sample.films, sample[measure]] as const],
    );
    const perFilm = points.length > 0 ? slope(points) : null;
    return {
      measure,
      afterWarmUp: points[0]?.[1] ?? null,
      atEnd: points.at(-1)?.[1] ?? null,
      perFilm: perFilm && Math.round(perFilm * 100) / 100,
      allowedPerFilm,
      within: perFilm === null || allowedPerFilm === null || perFilm <= allowedPerFilm,
    };
  });
}
