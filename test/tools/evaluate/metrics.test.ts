import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { areaUnderCurve, oneVersusRest } from '../../../tools/evaluate/auc.ts';
import { bootstrapByGroup, quantile } from '../../../tools/evaluate/bootstrap.ts';
import { brierScore, expectedCalibrationError } from '../../../tools/evaluate/calibration.ts';
import { confusionFigures } from '../../../tools/evaluate/confusion.ts';
import { overlap } from '../../../tools/evaluate/overlap.ts';

/** scikit-learn's figures, written by training/manet/golden/metrics.py. */
const golden = JSON.parse(
  readFileSync(new URL('../../golden/evaluate/metrics.json', import.meta.url), 'utf8'),
) as {
  predictions: {
    truth: number[];
    answer: (number | null)[];
    probabilities: number[][];
    matrix: number[][];
    accuracy: number;
    precision: number[];
    recall: number[];
    f1: number[];
    support: number[];
    macroF1: number;
    auc: number[];
    macroAuc: number;
  };
  overlaps: { a: number[]; b: number[]; iou: number; dice: number }[];
  quantiles: { values: number[]; at: number[]; expected: number[] };
};

const { predictions } = golden;
const films = predictions.truth.map((truth, i) => ({
  truth,
  probabilities: predictions.probabilities[i] as number[],
}));

test('confusion, precision, recall and F1 are scikit-learn’s, refused films counted as wrong', () => {
  const outcomes = predictions.truth.map((truth, i) => ({
    truth,
    answer: predictions.answer[i] as number | null,
  }));
  const figures = confusionFigures(outcomes, 5);
  expect(figures.matrix).toEqual(predictions.matrix);
  expect(figures.accuracy).toBeCloseTo(predictions.accuracy, 12);
  expect(figures.macroF1).toBeCloseTo(predictions.macroF1, 12);
  figures.perClass.forEach((one, k) => {
    expect(one.precision).toBeCloseTo(predictions.precision[k] as number, 12);
    expect(one.recall).toBeCloseTo(predictions.recall[k] as number, 12);
    expect(one.f1).toBeCloseTo(predictions.f1[k] as number, 12);
    expect(one.support).toBe(predictions.support[k]);
  });
});

test('areas under the curve are scikit-learn’s, with many tied scores', () => {
  const { perClass, macro } = oneVersusRest(films, 5);
  perClass.forEach((area, k) => {
    expect(area).toBeCloseTo(predictions.auc[k] as number, 12);
  });
  expect(macro).toBeCloseTo(predictions.macroAuc, 12);
});

test('an area needs both kinds', () => {
  expect(areaUnderCurve([0.1, 0.9], [true, true])).toBeNull();
  expect(areaUnderCurve([], [])).toBeNull();
  expect(areaUnderCurve([0.9, 0.1], [false, true])).toBe(0);
});

test('overlap is scikit-learn’s', () => {
  const mask = (data: number[]) => ({ width: 12, height: 12, data: Uint8Array.from(data) });
  for (const { a, b, iou, dice } of golden.overlaps) {
    const measured = overlap(mask(a), mask(b));
    expect(measured.iou).toBeCloseTo(iou, 12);
    expect(measured.dice).toBeCloseTo(dice, 12);
  }
  const empty = mask(new Array<number>(144).fill(0));
  expect(overlap(empty, empty)).toEqual({ iou: 1, dice: 1 });
  const other = { width: 144, height: 1, data: new Uint8Array(144) };
  expect(() => overlap(empty, other)).toThrow('12 x 12 and 144 x 1');
});

test('calibration error, worked out by hand', () => {
  // Two bins. Below one half: top 0.4, right: gap 0.6. Above: tops 0.6 wrong and 0.9 right, so that
  // (0.6 + 0.9) - 1 = 0.5. Together (0.6 + 0.5) / 3.
  const three = [
    { truth: 0, probabilities: [0.4, 0.3, 0.3] },
    { truth: 1, probabilities: [0.6, 0.2, 0.2] },
    { truth: 2, probabilities: [0.05, 0.05, 0.9] },
  ];
  expect(expectedCalibrationError(three, 2)).toBeCloseTo(1.1 / 3, 12);
  expect(expectedCalibrationError([], 2)).toBe(0);
});

test('Brier score, worked out by hand', () => {
  // (1 - 0.7)^2 + 0.2^2 + 0.1^2 = 0.14 and 0.5^2 + 0.3^2 + (1 - 0.2)^2 = 0.98: 0.56 on average.
  const two = [
    { truth: 0, probabilities: [0.7, 0.2, 0.1] },
    { truth: 2, probabilities: [0.5, 0.3, 0.2] },
  ];
  expect(brierScore(two)).toBeCloseTo(0.56, 12);
  // Sure and wrong is worst: 1 + 1.
  expect(brierScore([{ truth: 1, probabilities: [1, 0, 0] }])).toBe(2);
  expect(brierScore([])).toBe(0);
});

test('quantiles are numpy’s', () => {
  const { values, at, expected } = golden.quantiles;
  at.forEach((q, i) => {
    expect(quantile(values, q)).toBeCloseTo(expected[i] as number, 12);
  });
});

test('the bootstrap draws whole groups and repeats itself', () => {
  // Two groups of opposite films: a sample holds one twice, or both. Means are 0, 1/2 or 1 with
  // probabilities 1/4, 1/2, 1/4, so that the 95 % interval is [0, 1]; by film it would be narrower.
  const items = [0, 1].flatMap((value) =>
    Array.from({ length: 50 }, () => ({ group: `patient ${value}`, value })),
  );
  const means = new Set<number>();
  const figures = (sample: readonly { value: number }[]) => {
    const mean = sample.reduce((sum, { value }) => sum + value, 0) / sample.length;
    means.add(mean);
    return { mean, never: null };
  };
  const options = { samples: 400, seed: 1 };
  const intervals = bootstrapByGroup(items, figures, options);
  expect(intervals).toEqual({ mean: [0, 1], never: null });
  expect([...means].sort()).toEqual([0, 0.5, 1]);
  expect(bootstrapByGroup(items, figures, options)).toEqual(intervals);
});

test('the interval of a mean is about that of theory', () => {
  // 400 independent values, half 0 and half 1: 1.96 * 0.5 / sqrt(400) = 0.049 to either side.
  const items = Array.from({ length: 400 }, (_, i) => ({ group: `${i}`, value: i % 2 }));
  const { mean } = bootstrapByGroup(
    items,
    (sample) => ({ mean: sample.reduce((sum, { value }) => sum + value, 0) / sample.length }),
    { samples: 2000, seed: 3 },
  );
  expect(mean?.[0]).toBeCloseTo(0.451, 1.9);
  expect(mean?.[1]).toBeCloseTo(0.549, 1.9);
});
