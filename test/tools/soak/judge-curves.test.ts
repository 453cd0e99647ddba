import { expect, test } from 'vitest';
import { judgeCurves, type RunName } from '../../../tools/soak/judge-curves.ts';
import type { Sample } from '../../../tools/soak/watch-page.ts';

const sample = (films: number, change: Partial<Sample> = {}): Sample => ({
  films,
  tensors: 300,
  tensorBytes: 1e8,
  wasmHeapBytes: 2e8,
  gpuBytes: null,
  pageDataBytes: 1e7,
  pageCodeBytes: 5e6,
  workerDataBytes: 2e7,
  workerCodeBytes: 4e6,
  domNodes: 200,
  eventListeners: 200,
  objectUrls: 0,
  ...change,
});

const within = (samples: Sample[], run: RunName = 'cleared') =>
  Object.fromEntries(judgeCurves(run, samples).map(({ measure, within }) => [measure, within]));

test('what grows before the warm-up only is flat, and a heap that breathes is', () => {
  const samples = [60, 70, 80, 90, 100].map((films) =>
    sample(films, { tensors: films < 70 ? 100 : 300, pageDataBytes: 1e7 + (films % 20) * 1000 }),
  );
  expect(Object.values(within(samples))).toEqual(Array(11).fill(true));
});

test('a tensor a film is a leak, and so are 100 kB of the page', () => {
  const samples = [70, 80, 90, 100].map((films) =>
    sample(films, { tensors: 300 + films, pageDataBytes: films * 100_000 }),
  );
  const growth = judgeCurves('cleared', samples);
  expect(growth.find(({ measure }) => measure === 'tensors')).toMatchObject({
    perFilm: 1,
    within: false,
  });
  expect(within(samples)).toMatchObject({ pageDataBytes: false, wasmHeapBytes: true });
});

test('a list keeps some of every film, and compiled code is not judged', () => {
  const samples = [70, 80, 90, 100].map((films) =>
    sample(films, { pageDataBytes: films * 30_000, pageCodeBytes: films * 100_000 }),
  );
  expect(within(samples)).toMatchObject({ pageDataBytes: false, pageCodeBytes: true });
  expect(within(samples, 'listed')).toMatchObject({ pageDataBytes: true });
});
