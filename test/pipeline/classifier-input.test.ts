import { describe, expect, it } from 'vitest';
import type { GreyImage } from '../../src/imaging/film.ts';
import { lungBox } from '../../src/imaging/lung-box.ts';
import { lungGreys } from '../../src/imaging/lung-greys.ts';
import { resample } from '../../src/imaging/resample.ts';
import { resampleMask } from '../../src/imaging/resample-mask.ts';
import { classifierInput, filmSquarePx } from '../../src/pipeline/classifier-input.ts';
import { type PackedMask, readGolden, unpackBytes, unpackMask } from '../imaging/golden.ts';

interface Boxed {
  readonly name: string;
  readonly film: { readonly width: number; readonly height: number };
  readonly mask: PackedMask;
  readonly box: { left: number; top: number; width: number; height: number };
  readonly seenMask: PackedMask;
  readonly seenFilm: string;
}

interface Greys {
  readonly film: string;
  readonly mask: PackedMask;
  readonly scaled: string;
}

const SIDE = 224;
const floats = (base64: string) => new Float32Array(unpackBytes(base64).buffer);

/** The film that training/manet/golden/lung_box.py draws. */
function pattern(width: number, height: number): GreyImage {
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    data[i] = (x * 7 + y * 3 + Math.floor(x / 40) * Math.floor(y / 56) * 11) % 4096;
  }
  return { width, height, data };
}

function worst(found: Float32Array, expected: Float32Array): number {
  expect(found.length).toBe(expected.length);
  return found.reduce((most, v, i) => Math.max(most, Math.abs(v - (expected[i] as number))), 0);
}

const wanted = {
  size: 48,
  range: '0.5-99.5 %',
  resampling: 'pillow-bilinear',
  framing: 'lung-box',
} as const;

describe.each(readGolden<Boxed[]>('lung-box.json'))(
  'the lungs’ box of $name in a film of $film.width x $film.height',
  ({ film: { width, height }, mask: packed, box, seenMask, seenFilm }) => {
    const mask = unpackMask(packed);
    const film = pattern(width, height);

    it('lies where NumPy finds it', () => {
      expect(lungBox(resampleMask(mask, SIDE, SIDE))).toEqual(box);
    });

    it('gives the network what Pillow and NumPy give', () => {
      const seen = classifierInput(film, mask, wanted);
      expect([...seen.mask]).toEqual([...unpackMask(seenMask).data]);
      expect(worst(seen.film, floats(seenFilm))).toBeLessThan(2e-5);
      expect(seen.box).toEqual({
        left: box.left / SIDE,
        top: box.top / SIDE,
        width: box.width / SIDE,
        height: box.height / SIDE,
      });
    });

    it('is the same of a film that was squashed before', () => {
      const side = filmSquarePx(wanted);
      expect(side).toBe(SIDE);
      const squashed = resample(film, side, side);
      expect(classifierInput(squashed, mask, wanted)).toEqual(classifierInput(film, mask, wanted));
    });
  },
);

describe('greys by the lungs alone', () => {
  it.each(readGolden<Greys[]>('lung-greys.json'))('equal NumPy’s', ({ film, mask, scaled }) => {
    const lungs = unpackMask(mask);
    const found = lungGreys({ width: mask.width, height: mask.height, data: floats(film) }, lungs);
    expect(worst(found.data, floats(scaled))).toBeLessThan(1e-5);
  });

  it('are not told by what lies outside', () => {
    const lungs = { width: 4, height: 1, data: Uint8Array.of(1, 1, 1, 0) };
    const at = (beside: number) =>
      lungGreys({ width: 4, height: 1, data: Float32Array.of(20, 40, 60, beside) }, lungs).data;
    expect([...at(0)]).toEqual([0, 0.5, 1, 0]);
    expect([...at(5000)]).toEqual([...at(0)]);
  });
});

describe('a card without a framing', () => {
  it('sees the whole film, min-max scaled inside the mask', () => {
    const mask = { width: 2, height: 2, data: Uint8Array.of(1, 1, 0, 0) };
    const film = { width: 2, height: 2, data: Float32Array.of(100, 200, 300, 400) };
    const card = { size: 2, range: 'min-max', resampling: 'pillow-bilinear' } as const;
    const seen = classifierInput(film, mask, card);
    expect([...seen.film]).toEqual([0.5, 1, 0, 0]);
    expect(seen.box).toBeNull();
    expect(filmSquarePx(card)).toBe(2);
  });
});
