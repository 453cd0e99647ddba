import { expect, it } from 'vitest';
import { blackOut } from '../../src/imaging/black-out.ts';

const image = { width: 4, height: 2, data: Float32Array.from({ length: 8 }, () => 9) };

it('blackens every pixel that a rectangle touches, and leaves the original', () => {
  // From 1.2 to 2.4 pixels across and over the upper half.
  const { data } = blackOut(image, [{ left: 0.3, top: 0, width: 0.3, height: 0.5 }]);
  expect([...data]).toEqual([9, 0, 0, 9, 9, 9, 9, 9]);
  expect(image.data.every((grey) => grey === 9)).toBe(true);
});

it('cuts rectangles at the edges', () => {
  const { data } = blackOut(image, [{ left: 0.75, top: 0.5, width: 2, height: 2 }]);
  expect([...data]).toEqual([9, 9, 9, 9, 9, 9, 9, 0]);
});
