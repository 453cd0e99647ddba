import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Metric, parseCard } from '../../../src/models/card.ts';
import { perLabel } from '../../../src/models/labels.ts';
import {
  classifierMetrics,
  segmenterMetrics,
  withMetrics,
  writeCardMetrics,
} from '../../../tools/evaluate/card-metrics.ts';
import type { SplitFigures } from '../../../tools/evaluate/evaluation.ts';
import { classifierCard } from '../../pipeline/threshold-engine.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', '..', 'public', 'models');

const set = (split: SplitFigures['split'], subset: SplitFigures['subset']): SplitFigures => ({
  split,
  subset,
  patientInTraining: 0,
  films: 20,
  patients: 10,
  refused: {},
  accuracy: { value: 2 / 3, interval: [0.61234, 0.71239] },
  macroF1: { value: 0.5, interval: null },
  macroAuc: { value: null, interval: null },
  perClass: perLabel((label) => ({
    precision: 0.25,
    recall: 0.5,
    f1: 1 / 3,
    auc: label === 'tb' ? 0.9 : null,
    support: label === 'viral' ? 0 : 5,
  })),
  perClassIntervals: perLabel(() => ({ precision: null, recall: [0.4, 0.6], f1: null, auc: null })),
  confusion: [],
  answered: { films: 20, accuracy: 0.5, macroF1: 0.5, ece: 0.1, brier: 0.2 },
});

describe('figures for a card', () => {
  test('of a classifier: by patient with every class, by film the accuracy alone', () => {
    const metrics = classifierMetrics([
      set('split_group', 'all'),
      set('split_group', 'paper'),
      set('split_random', 'all'),
      set('split_random', 'paper'),
    ]);
    const byPatient = { dataset: 'paper + extended', split: 'split_group test' };
    expect(metrics.slice(0, 5)).toEqual([
      { name: 'accuracy', value: 0.6667, interval: [0.6123, 0.7124], ...byPatient, n: 20 },
      { name: 'macro-F1', value: 0.5, ...byPatient, n: 20 },
      { name: 'precision', label: 'normal', value: 0.25, ...byPatient, n: 5 },
      { name: 'recall', label: 'normal', value: 0.5, interval: [0.4, 0.6], ...byPatient, n: 5 },
      { name: 'F1', label: 'normal', value: 0.3333, ...byPatient, n: 5 },
    ]);
    expect(metrics).toContainEqual({ name: 'AUC', label: 'tb', value: 0.9, ...byPatient, n: 5 });
    // No film of that class, so nothing is known of it.
    expect(metrics.some(({ label }) => label === 'viral')).toBe(false);
    expect(metrics.at(-1)).toMatchObject({ dataset: 'paper', split: 'split_random test' });
    expect(metrics.filter(({ split }) => split === 'split_random test')).toHaveLength(1);
    expect(() => parseCard({ ...classifierCard, metrics }, 'card')).not.toThrow();
  });

  test('of a segmenter: in all and for each label', () => {
    const row = { pairs: 3, patients: 3, meanIou: 0.92187, meanDice: 0.95842, worstIou: 0.7 };
    const metrics = segmenterMetrics([
      { ...row, label: 'all', meanIouInterval: [0.91, 0.93] },
      { ...row, label: 'tb', meanIouInterval: null },
    ]);
    const where = { dataset: 'nlm + lungvae', split: 'split_group test', n: 3 };
    expect(metrics).toEqual([
      { name: 'mean IoU', value: 0.9219, interval: [0.91, 0.93], ...where },
      { name: 'mean Dice', value: 0.9584, ...where },
      { name: 'mean IoU', label: 'tb', value: 0.9219, ...where },
      { name: 'mean Dice', label: 'tb', value: 0.9584, ...where },
    ]);
  });

  test('take the place of older ones of their split, and leave the others', () => {
    const metric = (split: string, value: number): Metric => ({
      name: 'accuracy',
      value,
      dataset: 'all',
      split,
      n: 1,
    });
    const [val, old, now] = [metric('val', 0.1), metric('test', 0.2), metric('test', 0.3)];
    const card = withMetrics({ ...classifierCard, metrics: [old, val] }, [now]);
    expect(card.metrics).toEqual([val, now]);
  });
});

describe('writing into a card', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cards-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const shipped = async () =>
    (await readdir(SHIPPED, { withFileTypes: true })).filter((entry) => entry.isDirectory());

  test('no figures leaves every shipped card as it is, byte for byte', async () => {
    for (const { name } of await shipped()) {
      const from = join(SHIPPED, name, 'card.json');
      await cp(from, join(folder, name, 'card.json'));
      await writeCardMetrics(folder, name, []);
      const written = await readFile(join(folder, name, 'card.json'), 'utf8');
      expect(written).toBe(await readFile(from, 'utf8'));
    }
  });

  test('the same figures twice gives the same bytes', async () => {
    const metrics = classifierMetrics([set('split_group', 'all')]);
    const path = join(folder, 'ma-resnet50', 'card.json');
    await writeCardMetrics(folder, 'ma-resnet50', metrics);
    const once = await readFile(path, 'utf8');
    await writeCardMetrics(folder, 'ma-resnet50', metrics);
    expect(await readFile(path, 'utf8')).toBe(once);
    const card = parseCard(JSON.parse(once), path);
    expect(card.metrics).toEqual(expect.arrayContaining(metrics));
  });
});
