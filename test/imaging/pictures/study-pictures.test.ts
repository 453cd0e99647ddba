import { describe, expect, it } from 'vitest';
import { INFERNO } from '../../../src/imaging/colour-map.ts';
import { lungField } from '../../../src/imaging/pictures/lung-field.ts';
import type { RgbImage } from '../../../src/imaging/pictures/rgb-image.ts';
import { shrinkGrey } from '../../../src/imaging/pictures/shrink-grey.ts';
import {
  cutOutPicture,
  heatPicture,
  outlinePicture,
} from '../../../src/imaging/pictures/study-pictures.ts';

const SIDE = 64;
/** A disc of radius 20 in the middle of a square mask. */
const RADIUS = 20;
const disc = {
  width: SIDE,
  height: SIDE,
  data: Uint8Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.hypot((i % SIDE) - 31.5, Math.floor(i / SIDE) - 31.5) <= RADIUS ? 1 : 0,
  ),
};
/** A grey film twice as large and stretched: 256 x 128 pixels. */
const film = { width: 256, height: 128, grey8: new Uint8ClampedArray(256 * 128).fill(100) };
const SCALE = [256 / SIDE, 128 / SIDE] as const;

/** A pixel's distance to the disc's edge, in mask pixels; below 0 inside. */
function distance(i: number): number {
  const x = ((i % 256) + 0.5) / SCALE[0] - 32;
  const y = (Math.floor(i / 256) + 0.5) / SCALE[1] - 32;
  return Math.hypot(x, y) - RADIUS;
}

const pixel = ({ rgb }: RgbImage, i: number) => [...rgb.subarray(i * 3, i * 3 + 3)];

describe('pictures of a study', () => {
  it('give the lungs a field that is one half on their edge', () => {
    const { data } = lungField(disc, 256, 128);
    for (let i = 0; i < data.length; i += 7) {
      if (distance(i) > 1) expect(data[i]).toBeLessThan(0.5);
      if (distance(i) < -1) expect(data[i]).toBeGreaterThan(0.5);
    }
  });

  it('draw the outline on the edge, and nothing elsewhere', () => {
    const picture = outlinePicture(film, disc);
    let lit = 0;
    for (let i = 0; i < 256 * 128; i++) {
      const [red = 0, , blue = 0] = pixel(picture, i);
      if (Math.abs(distance(i)) > 4) expect(pixel(picture, i)).toEqual([100, 100, 100]);
      if (blue > red + 40) {
        lit += 1;
        expect(Math.abs(distance(i))).toBeLessThan(2.5);
      }
    }
    // An ellipse with half axes of 80 and 40 pixels is about 388 pixels round; the pen is 1.5 wide.
    expect(lit).toBeGreaterThan(388);
    expect(lit).toBeLessThan(388 * 4);
  });

  it('cut the lungs out', () => {
    const picture = cutOutPicture(film, disc);
    for (let i = 0; i < 256 * 128; i += 3) {
      if (distance(i) > 1) expect(pixel(picture, i)).toEqual([0, 0, 0]);
      if (distance(i) < -1) expect(pixel(picture, i)).toEqual([100, 100, 100]);
    }
  });

  it('lay heat over the film: clear where cold, the hottest colour where hot', () => {
    const heat = { side: 2, data: Float32Array.of(0, 0, 0, 1) };
    const picture = heatPicture(film, { ...disc, data: new Uint8Array(SIDE * SIDE) }, heat, 0.5);
    expect(pixel(picture, 0)).toEqual([100, 100, 100]);
    const hottest = [...INFERNO.rgb.subarray(255 * 3)];
    expect(pixel(picture, 256 * 128 - 1)).toEqual(hottest.map((c) => Math.round((100 + c) / 2)));
  });

  it('shrink to a longest side, and leave small ones alone', () => {
    expect(shrinkGrey(film, 64)).toMatchObject({ width: 64, height: 32 });
    expect([...shrinkGrey(film, 64).grey8].every((grey) => grey === 100)).toBe(true);
    expect(shrinkGrey(film, 256)).toBe(film);
  });
});
