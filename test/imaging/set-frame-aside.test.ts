import { existsSync, readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Film } from '../../src/imaging/film.ts';
import { findFrame } from '../../src/imaging/find-frame.ts';
import { resample } from '../../src/imaging/resample.ts';
import { setFrameAside } from '../../src/imaging/set-frame-aside.ts';
import { seededRandom } from '../../src/imaging/synthetic/seeded-random.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';

type Sides = readonly [left: number, top: number, right: number, bottom: number];

/** The film on a sheet of one grey, `noise` greys rough. */
function framed(film: Film, [left, top, right, bottom]: Sides, grey: number, noise = 0): Film {
  const width = film.width + left + right;
  const height = film.height + top + bottom;
  const random = seededRandom(5);
  const data = Float32Array.from({ length: width * height }, () => grey + noise * random());
  for (let y = 0; y < film.height; y++) {
    const row = film.data.subarray(y * film.width, (y + 1) * film.width);
    data.set(row, (top + y) * width + left);
  }
  return { ...film, width, height, data };
}

/** A chest without a black margin of its own: every pixel is at least a little grey, and rough. */
function chest(): Film {
  const film = syntheticFilm().film;
  const random = seededRandom(3);
  return { ...film, data: film.data.map((grey) => 30 + grey * 0.7 + 30 * random()) };
}

describe('setFrameAside', () => {
  const film = chest();

  it.each([
    ['white', 255, [20, 20, 20, 20]],
    ['white, on one side', 255, [0, 0, 0, 30]],
    ['black', 0, [12, 30, 40, 18]],
    ['black, left and right', 0, [50, 0, 60, 0]],
    ['grey', 128, [25, 20, 25, 40]],
  ] as const)('finds a frame: %s', (_, grey, sides) => {
    const found = setFrameAside(framed(film, sides, grey, 2));
    const [left, top, right, bottom] = sides;
    expect(found.frame).toEqual({ left, top, right, bottom });
    expect([found.width, found.height]).toEqual([film.width, film.height]);
    expect(found.data).toEqual(film.data);
    expect(found.corrections).toEqual(['frame']);
  });

  it('finds a white frame around a black one, and adds them', () => {
    const found = setFrameAside(framed(framed(film, [19, 19, 19, 19], 0), [20, 30, 40, 50], 255));
    expect(found.frame).toEqual({ left: 39, top: 49, right: 59, bottom: 69 });
    expect(found.data).toEqual(film.data);
  });

  it('leaves a film without a frame, black on one side, or of one grey, as it is', () => {
    expect(setFrameAside(film)).toBe(film);
    const collimated = framed(film, [40, 0, 0, 0], 0);
    expect(setFrameAside(collimated)).toBe(collimated);
    const blank = { ...film, data: film.data.map(() => 7) };
    expect(findFrame(blank)).toBeNull();
  });

  it('takes nearly all of a frame that was resampled with its film', () => {
    const big = framed(film, [60, 60, 60, 60], 255);
    const small = { ...film, ...resample(big, 300, 300) };
    const { frame } = setFrameAside(small);
    const exact = (60 * 300) / big.width;
    for (const lines of [frame?.left, frame?.top, frame?.right, frame?.bottom]) {
      expect(Math.abs((lines ?? 0) - exact)).toBeLessThanOrEqual(2);
    }
  });
});

const CASES = '../shared/cases';
const png = (name: string): Film => {
  const { width, height, data } = decode(readFileSync(`${CASES}/${name}.png`));
  return { name, format: 'png', maxValue: 255, width, height, data: Float32Array.from(data) };
};

it.skipIf(!existsSync(`${CASES}/shenzhen3-white.png`))(
  'reads the white-framed case as the plain one (needs shared cases, skipped without them)',
  () => {
    const [plain, white] = [png('shenzhen3-plain'), png('shenzhen3-white')].map(setFrameAside);
    expect([white?.width, white?.height]).toEqual([plain?.width, plain?.height]);
    expect(white?.data).toEqual(plain?.data);
    expect(white?.corrections).toContain('frame');
  },
);
