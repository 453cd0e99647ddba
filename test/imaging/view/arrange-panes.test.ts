import { expect, it } from 'vitest';
import { arrangePanes } from '../../../src/imaging/view/arrange-panes.ts';

const SQUARE = { widthFilmPx: 1000, heightFilmPx: 1000 };
const box = (widthViewPx: number, heightViewPx: number) => ({ widthViewPx, heightViewPx });

it('puts two films side by side in a wide box and one under the other in a tall one', () => {
  expect(arrangePanes(2, SQUARE, box(1000, 500))).toBe('row');
  expect(arrangePanes(2, SQUARE, box(500, 1000))).toBe('column');
});

it('lets one of three lead where a row would leave most of the box empty', () => {
  expect(arrangePanes(3, SQUARE, box(830, 720))).toBe('lead');
  expect(arrangePanes(3, SQUARE, box(1800, 600))).toBe('row');
  expect(arrangePanes(3, SQUARE, box(390, 1200))).toBe('column');
});
