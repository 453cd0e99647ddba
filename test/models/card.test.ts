import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCard } from '../../src/models/card.ts';
import { classifierCard } from '../pipeline/threshold-engine.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'public', 'models');

const metric = { name: 'recall', value: 0.5, dataset: 'all', split: 'test', n: 3 };
const outOfDistribution = {
  mean: [0.5, 1],
  precision: [2, 4],
  threshold: 3,
  split: 'split_group val',
  n: 100,
  acceptedShare: 0.95,
  detection: [{ negatives: 'photographs', n: 20, auroc: 0.99, refusedShare: 0.9 }],
};
const calibration = {
  dataset: 'paper + extended',
  split: 'split_group val',
  n: 100,
  before: { ece: 0.1, brier: 0.5 },
  after: { ece: 0.02, brier: 1.2 },
  reliability: [{ confidence: 0.55, accuracy: 0.5, n: 10 }],
  coverage: [{ threshold: 0.5, coverage: 0.8, accuracy: 0.9 }],
};

const changed = (change: object) => () => parseCard({ ...classifierCard, ...change }, 'card');

describe('parseCard', () => {
  it.each(readdirSync(SHIPPED, { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
    'reads the shipped card of $name and keeps every field',
    ({ name }) => {
      const json = JSON.parse(readFileSync(join(SHIPPED, name, 'card.json'), 'utf8'));
      expect(parseCard(json, name)).toEqual(json);
    },
  );

  it('keeps figures of a class with their interval, calibration and statistics of the films', () => {
    const full = {
      metrics: [metric, { ...metric, label: 'tb', interval: [0.4, 0.6] }],
      calibration,
      outOfDistribution,
    };
    expect(changed(full)()).toMatchObject(full);
  });

  it.each([
    ['an older card', { schema: 1 }, 'schema'],
    ['a figure above 1', { metrics: [{ ...metric, value: 76.4 }] }, 'value'],
    ['a figure of no class', { metrics: [{ ...metric, label: 'flu' }] }, 'label'],
    ['an interval upside down', { metrics: [{ ...metric, interval: [0.6, 0.4] }] }, 'interval'],
    [
      'statistics of unequal length',
      { outOfDistribution: { ...outOfDistribution, precision: [1] } },
      'same length',
    ],
    ['no word on misuse', { notFor: undefined }, 'notFor'],
    ['no number of films', { training: { ...classifierCard.training, films: 0 } }, 'films'],
  ])('refuses %s and names the field', (_, change, field) => {
    expect(changed(change)).toThrow(expect.objectContaining({ code: 'card-invalid' }));
    expect(changed(change)).toThrow(field);
  });
});
