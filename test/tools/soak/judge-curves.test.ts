import { expect, test } from 'vitest';
import { judgeCurves } from '../../../tools/soak/judge-curves.ts';
import type { Sample } from '../../../tools/soak/watch-page.ts';

const sample = (films: number, change: Partial<Sample> = {}): Sample => ({
  films,
  tensors: 300,
  tensorBytes: 1e8,
  wasmHeapBytes: 2e8,
  gpuBytes: null,
  pageHeapBytes: 1e7,
  objectUrls: 0,
  ...change,
});

const flatOf = (samples: Sample[]) =>
  Object.fromEntries(judgeCurves(samples, 20).map(({ measure, flat }) => [measure, flat]));

test('what grows before the warm-up only is flat, and a heap that breathes is', () => {
  const samples = [10, 20, 30, 40, 50].map((films) =>
    sample(films, { tensors: films < 20 ? 100 : 300, pageHeapBytes: 1e7 + (films % 20) * 1000 }),
  );
  expect(Object.values(flatOf(samples))).toEqual(Array(6).fill(true));
});

test('a tensor a film is a leak, and so are 100 kB of the page', () => {
  const samples = [10, 20, 30, 40].map((films) =>
    sample(films, { tensors: 300 + films, pageHeapBytes: films * 100_000 }),
  );
  const growth = judgeCurves(samples, 20);
  expect(growth.find(({ measure }) => measure === 'tensors')).toMatchObject({
    perFilm: 1,
    flat: false,
  });
  expect(flatOf(samples)).toMatchObject({ pageHeapBytes: false, wasmHeapBytes: true });
});
