import { describe, expect, it } from 'vitest';
import { showFilm } from '../../src/app/show-film.ts';
import { findsTextLike } from '../../src/imaging/find-text-like.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';

/** Letters of 5 x 7 dots, enough to spell. */
const GLYPHS: Record<string, string> = {
  D: '11110 10001 10001 10001 10001 10001 11110',
  O: '01110 10001 10001 10001 10001 10001 01110',
  E: '11111 10000 10000 11110 10000 10000 11111',
  J: '00111 00010 00010 00010 00010 10010 01100',
  H: '10001 10001 10001 11111 10001 10001 10001',
  N: '10001 11001 10101 10011 10001 10001 10001',
  ' ': '00000 00000 00000 00000 00000 00000 00000',
};

const drawn = new Map<number, ReturnType<typeof showFilm>['picture']>();

function picture(seed: number) {
  const known = drawn.get(seed) ?? showFilm(syntheticFilm(seed).film).picture;
  drawn.set(seed, known);
  return { ...known, grey8: known.grey8.slice() };
}

function withText(seed: number, dotPx: number, xShare: number, yShare: number, grey = 255) {
  const { width, height, grey8 } = picture(seed);
  const [x0, y0] = [Math.round(xShare * width), Math.round(yShare * height)];
  for (const [at, letter] of [...'DOE JOHN'].entries()) {
    for (const [row, dots] of (GLYPHS[letter] as string).split(' ').entries()) {
      for (const [column, dot] of [...dots].entries()) {
        if (dot === '0') continue;
        for (let y = 0; y < dotPx; y += 1) {
          const from = (y0 + row * dotPx + y) * width + x0 + (at * 6 + column) * dotPx;
          grey8.fill(grey, from, from + dotPx);
        }
      }
    }
  }
  return { width, height, grey8 };
}

const SEEDS = Array.from({ length: 4 }, (_, index) => index + 1);

describe('letters near the border', () => {
  it('are found on none of 4 synthetic films without any', () => {
    expect(SEEDS.filter((seed) => findsTextLike(picture(seed)))).toEqual([]);
  });

  it.each([
    [1, 0.03, 0.03],
    [2, 0.03, 0.03],
    [3, 0.03, 0.9],
  ])('of %i pixels a dot at %f, %f are found on all of 4', (dotPx, x, y) => {
    expect(SEEDS.filter((seed) => !findsTextLike(withText(seed, dotPx, x, y)))).toEqual([]);
  });

  it('are missed where they are faint, large or on bright tissue, as the app says', () => {
    expect(findsTextLike(withText(1, 2, 0.03, 0.03, 60))).toBe(false);
    expect(findsTextLike(withText(1, 14, 0.03, 0.03))).toBe(false);
    // White on the bright tissue below the lungs.
    expect(findsTextLike(withText(1, 2, 0.6, 0.95))).toBe(false);
  });
});
