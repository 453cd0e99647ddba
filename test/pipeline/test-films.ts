import type { Film } from '../../src/imaging/film.ts';

/** A film of `width` x `height` whose greys (0 to 255) are a function of u, v in (0, 1). */
export function filmOf(
  width: number,
  height: number,
  grey: (u: number, v: number) => number,
): Film {
  const data = Float32Array.from({ length: width * height }, (_, i) =>
    Math.round(grey(((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height)),
  );
  return { name: 'test', format: 'png', maxValue: 255, width, height, data };
}

export const inLungs = (u: number, v: number): boolean =>
  [0.3, 0.7].some((centre) => ((u - centre) / 0.15) ** 2 + ((v - 0.5) / 0.3) ** 2 < 1);

/** Two dark ellipses, darker towards the bottom, on a bright ground. */
export const twoLungs = (width = 200, height = 160): Film =>
  filmOf(width, height, (u, v) => (inLungs(u, v) ? 90 - 60 * v : 220));
