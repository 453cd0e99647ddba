import { expect, test } from 'vitest';
import { LABELS } from '../../../src/models/labels.ts';
import type { Answer } from '../../../tools/evaluate/answer-log.ts';
import type { LabelledFilm } from '../../../tools/evaluate/dataset.ts';
import { classificationFigures } from '../../../tools/evaluate/figures.ts';
import {
  type MeasuredPair,
  segmentationFigures,
  worstPairs,
} from '../../../tools/evaluate/segmentation-figures.ts';

const BOOTSTRAP = { samples: 50, seed: 1 };

/** One film per class, all answered rightly with probability 0.6, and a second normal film. */
const films: LabelledFilm[] = [...LABELS, 'normal' as const].map((label, i) => ({
  id: `film ${i}`,
  path: '',
  label,
  group: `patient ${i % 5}`,
  subset: 'paper',
  split_group: 'test',
  split_random: 'test',
}));

const right = (film: LabelledFilm): Answer => ({
  id: film.id,
  refused: null,
  probabilities: LABELS.map((label) => (label === film.label ? 0.6 : 0.1)),
});

test('a refused film is a wrong answer, and is counted by its reason', () => {
  const answers = new Map(films.map((film) => [film.id, right(film)]));
  answers.set('film 5', { id: 'film 5', refused: 'no-lungs', probabilities: null });
  const figures = classificationFigures(films, answers, BOOTSTRAP);
  expect(figures).toMatchObject({
    films: 6,
    patients: 5,
    refused: { 'no-lungs': 1 },
    accuracy: { value: 5 / 6 },
    macroAuc: { value: 1 },
    answered: { films: 5, accuracy: 1, macroF1: 1 },
  });
  // Normal: 1 of 2 found, all answers right: F1 = 2 * 1 / (1 + 2). The others are perfect.
  expect(figures.macroF1.value).toBeCloseTo((2 / 3 + 4) / 5, 12);
  expect(figures.perClass.normal).toEqual({
    precision: 1,
    recall: 0.5,
    f1: 2 / 3,
    support: 2,
    auc: 1,
  });
  expect(figures.confusion[0]).toEqual([1, 0, 0, 0, 0, 1]);
  // Every answer is right with probability 0.6.
  expect(figures.answered.ece).toBeCloseTo(0.4, 12);
  // (1 - 0.6)^2 + 4 * 0.1^2
  expect(figures.answered.brier).toBeCloseTo(0.2, 12);
  // The patient with the refused film is drawn, or not; of tuberculosis all answers are right.
  expect(figures.perClassIntervals?.tb.recall).toEqual([expect.any(Number), 1]);
  expect(figures.perClassIntervals?.normal.precision?.[1]).toBe(1);
  expect(figures.perClassIntervals?.normal.recall?.[0]).toBeLessThanOrEqual(0.5);
});

test('a film without an answer is an error', () => {
  expect(() => classificationFigures(films, new Map(), BOOTSTRAP)).toThrow('film 0');
});

test('overlaps are averaged per label, for the wanted annotations alone', () => {
  const pair = (annotation: string, label: 'normal' | 'tb', iou: number): MeasuredPair => ({
    id: '',
    imagePath: '',
    maskPath: '',
    annotation,
    label,
    group: `${label} ${iou}`,
    iou,
    dice: iou / 2,
  });
  const measured = [
    pair('nlm', 'tb', 0.5),
    pair('lungvae', 'tb', 1),
    pair('nlm', 'normal', 0.75),
    pair('v7', 'tb', 0),
  ];
  expect(worstPairs(measured, ['nlm', 'lungvae'], 2)).toEqual([
    { id: '', annotation: 'nlm', label: 'tb', iou: 0.5, dice: 0.25 },
    { id: '', annotation: 'nlm', label: 'normal', iou: 0.75, dice: 0.375 },
  ]);
  const rows = segmentationFigures(measured, ['nlm', 'lungvae'], BOOTSTRAP);
  expect(rows).toMatchObject([
    { label: 'all', pairs: 3, patients: 3, meanIou: 0.75, meanDice: 0.375, worstIou: 0.5 },
    { label: 'normal', pairs: 1, meanIou: 0.75, meanIouInterval: [0.75, 0.75] },
    { label: 'tb', pairs: 2, meanIou: 0.75, worstIou: 0.5 },
  ]);
});
