import type { ClassifierCard, Metric } from '../../src/models/card.ts';
import { LABELS } from '../../src/models/labels.ts';
import type { ShelvedClassifier } from '../../src/models/read-shelf.ts';
import type { ShelfState } from '../../src/workers/analysis/protocol.ts';
import { classifierCard, segmenterCard } from '../pipeline/threshold-engine.ts';

const TEST = { dataset: 'paper', split: 'test by patient' };

const perClass: Metric[] = LABELS.flatMap((label, index): Metric[] => [
  { ...TEST, name: 'recall', label, value: 0.5 + index / 10, interval: [0.4, 0.95], n: 40 + index },
  { ...TEST, name: 'AUC', label, value: 0.9, n: 40 + index },
]);

/** A card that leaves nothing out. */
export const fullCard: ClassifierCard = {
  ...classifierCard,
  id: 'classifier-b',
  title: 'Full classifier',
  architecture: 'Net of nets',
  licence: 'For study alone.',
  training: {
    commit: 'abc1234',
    date: '2026-11-24',
    seed: 7,
    epochs: 11,
    films: 5401,
    patients: 3532,
    minutes: 92,
    data: 'all but the tests',
    compute: 'two cores',
  },
  metrics: [
    { ...TEST, name: 'accuracy', value: 0.7421, interval: [0.7037, 0.7784], n: 1756 },
    { ...TEST, name: 'macro AUC', value: 0.928, n: 1756 },
    ...perClass,
  ],
  cautions: ['Age is confounded with the answer.'],
  notFor: ['Diagnosis of any patient.'],
  files: { 'model.json': 'a'.repeat(64) },
  temperature: 0.8,
  indeterminateBelow: 0.55,
  calibration: {
    dataset: 'paper',
    split: 'validation films',
    n: 646,
    before: { ece: 0.113, brier: 0.41 },
    after: { ece: 0.031, brier: 0.362 },
    reliability: [
      { confidence: 0.4, accuracy: 0.45, n: 30 },
      { confidence: 0.8, accuracy: 0.78, n: 100 },
      { confidence: 0.95, accuracy: 0, n: 0 },
    ],
    coverage: [
      { threshold: 0, coverage: 1, accuracy: 0.74 },
      { threshold: 0.55, coverage: 0.832, accuracy: 0.812 },
    ],
  },
  outOfDistribution: {
    mean: [0],
    precision: [1],
    threshold: 1,
    split: 'validation films',
    n: 646,
    acceptedShare: 0.95,
    detection: [{ negatives: 'photographs', n: 120, auroc: 0.912, refusedShare: 0.71 }],
  },
};

/** A card that says nothing beyond what it must. */
export const bareCard: ClassifierCard = {
  ...classifierCard,
  id: 'plain',
  title: 'Plain classifier',
  maskAttention: false,
};

export const FULL: ShelvedClassifier = { role: 'default', bytes: 47_000_000, card: fullCard };
export const PLAIN: ShelvedClassifier = { role: 'comparison', bytes: 46_000_000, card: bareCard };
export const FAST: ShelvedClassifier = {
  role: 'fast',
  bytes: 9_000_000,
  card: { ...bareCard, id: 'fast', title: 'Fast classifier', maskAttention: true },
};

export function shelfOf(...classifiers: ShelvedClassifier[]): ShelfState {
  return { status: 'ready', segmenter: { ...segmenterCard, title: 'Lung finder' }, classifiers };
}
