import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readQuantisationArgs } from '../../../tools/quantisation/args.ts';
import {
  isWithinLimit,
  type QuantisationPart,
  saveQuantisation,
} from '../../../tools/quantisation/render.ts';

const changes = (points: number) => ({
  films: 1000,
  accuracy: { exact: 0.75, rounded: 0.75 + points / 100 },
  differencePoints: points,
  differenceInterval: [-0.4, 0.3] as const,
  changed: 12,
  largestProbabilityChange: 0.01234,
});

const part = (points: number): QuantisationPart => ({
  date: '2026-01-02',
  commit: 'abc123',
  backend: 'wasm',
  bootstrap: { samples: 10, seed: 4 },
  exact: { precision: 'float16', bytes: 47_000_000, hash: 'hash1' },
  rounded: { precision: 'int8', bytes: 23_600_000, hash: 'hash2' },
  sets: { validation: changes(0), test: changes(points), both: changes(points) },
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quantisation-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('every model has its place on one page, the newest figures of each', async () => {
  await saveQuantisation(folder, 'one', part(5));
  await saveQuantisation(folder, 'two', part(-0.3));
  await saveQuantisation(folder, 'one', part(-0.1));
  const saved = JSON.parse(await readFile(join(folder, 'quantisation.json'), 'utf8'));
  expect(saved).toEqual({ schema: 1, models: { one: part(-0.1), two: part(-0.3) } });
  const page = await readFile(join(folder, 'quantisation.md'), 'utf8');
  expect(page).toContain('## one: float16, 47.0 MB to int8, 23.6 MB');
  expect(page).toContain(
    '| both | 1000 | 75.00 % | 74.90 % | -0.10 (-0.40 to +0.30) | 12 (1.20 %) | 0.0123 |',
  );
  expect(page).toContain('It may be shipped: accuracy on both sets together moves by -0.10 points');
  expect(page).toContain('It may not be shipped: accuracy on both sets together moves by -0.30');
});

test.each([
  [0.2, true],
  [-0.2, true],
  [0.21, false],
  [-0.21, false],
])('a move by %s points is within the limit: %s', (points, expected) => {
  expect(isWithinLimit(part(points))).toBe(expected);
});

test('arguments', () => {
  expect(readQuantisationArgs(['a', 'b'])).toEqual({
    folders: ['a', 'b'],
    data: '../shared/data',
    limit: null,
  });
  expect(readQuantisationArgs(['a', 'b', '--limit', '5', '--data=d'])).toMatchObject({
    data: 'd',
    limit: 5,
  });
  for (const bad of [['a'], ['a', 'b', 'c'], ['a', 'b', '--limit=0'], ['a', 'b', '--limit=x']]) {
    expect(() => readQuantisationArgs(bad)).toThrow();
  }
});
