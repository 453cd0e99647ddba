import type { Mask } from '../../src/imaging/film.ts';

type Inside = (u: number, v: number) => boolean;

const ellipse =
  (centreU: number, centreV: number, radiusU: number, radiusV: number): Inside =>
  (u, v) =>
    ((u - centreU) / radiusU) ** 2 + ((v - centreV) / radiusV) ** 2 < 1;

/** The mask whose pixel at (u, v), shares of the sides, is what `from` says of the old one there. */
function redraw(mask: Mask, from: (old: Inside, u: number, v: number) => boolean): Mask {
  const { width, height } = mask;
  const old: Inside = (u, v) => {
    const [x, y] = [Math.floor(u * width), Math.floor(v * height)];
    return x >= 0 && y >= 0 && x < width && y < height && mask.data[y * width + x] === 1;
  };
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    from(old, ((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height) ? 1 : 0,
  );
  return { width, height, data };
}

/** The right half of the picture empty, but for what `other` draws there. */
const otherLung = (mask: Mask, other: Inside): Mask =>
  redraw(mask, (old, u, v) => (u < 0.5 && old(u, v)) || other(u, v));

/** Ways in which a segmenter fails, made of a human mask; each named as the page names it. */
export const MASK_FAULTS: Readonly<Record<string, (mask: Mask) => Mask>> = {
  'one lung only': (mask) => otherLung(mask, () => false),
  'the upper third of a lung': (mask) =>
    redraw(mask, (old, u, v) => old(u, v) && (u < 0.5 || v < 0.33)),
  'lungs joined across the neck': (mask) =>
    redraw(mask, (old, u, v) => old(u, v) || (Math.abs(v - 0.4) < 0.04 && u > 0.25 && u < 0.75)),
  'a lung in the shoulder': (mask) => otherLung(mask, ellipse(0.85, 0.12, 0.13, 0.1)),
  'a lung in the stomach': (mask) => otherLung(mask, ellipse(0.65, 0.87, 0.16, 0.11)),
  'a lung in the heart': (mask) => otherLung(mask, ellipse(0.53, 0.55, 0.1, 0.2)),
  islands: (mask) =>
    redraw(mask, (old, u, v) => old(u, v) && Math.sin(u * 60) + Math.sin(v * 60) > 0.2),
  'the whole film': (mask) => redraw(mask, () => true),
  'lungs far too small': (mask) =>
    redraw(mask, (old, u, v) => old((u - 0.5) / 0.35 + 0.5, (v - 0.5) / 0.35 + 0.5)),
  'lungs in the belly': (mask) => redraw(mask, (old, u, v) => old(u, v - 0.3)),
  'lungs full of dents': (mask) =>
    redraw(
      mask,
      (old, u, v) =>
        old(u, v) && (Math.sin(v * 70) > -0.3 || (u > 0.3 && u < 0.36) || (u > 0.64 && u < 0.7)),
    ),
};
