import { minMax } from './min-max.ts';

/** Two dark ellipses on a bright ground with a little texture, and the ellipses as mask. */
export interface SelfTestFilm {
  /** size x size, in [0, 1]. */
  readonly film: Float32Array;
  /** size x size, 0 or 1. */
  readonly mask: Float32Array;
}

/** The input of a backend's self-test; training writes the same one to find the expected answer. */
export function selfTestFilm(size: number): SelfTestFilm {
  const film = new Float32Array(size * size);
  const mask = new Float32Array(size * size);
  const lung = (u: number, v: number, centre: number): boolean =>
    ((u - centre) / 0.15) ** 2 + ((v - 0.5) / 0.32) ** 2 < 1;
  for (let i = 0; i < size; i++) {
    const v = (i + 0.5) / size;
    for (let j = 0; j < size; j++) {
      const u = (j + 0.5) / size;
      const inside = lung(u, v, 0.32) || lung(u, v, 0.68);
      const texture = 0.2 * Math.sin(40 * u) * Math.sin(31 * v) * (0.5 + 0.5 * u);
      film[i * size + j] = (inside ? 0.3 : 0.75) + texture;
      mask[i * size + j] = inside ? 1 : 0;
    }
  }
  return { film: minMax({ width: size, height: size, data: film }).data, mask };
}
