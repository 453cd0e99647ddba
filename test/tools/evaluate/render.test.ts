import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { perLabel } from '../../../src/models/labels.ts';
import type { ClassificationPart, SegmentationPart } from '../../../tools/evaluate/evaluation.ts';
import { evaluationPageOf, saveEvaluation } from '../../../tools/evaluate/save-evaluation.ts';

const provenance = {
  date: '2026-01-02',
  commit: 'abc123',
  backend: 'wasm',
  models: { resunet: 'hash1' },
  bootstrap: { samples: 10, seed: 4 },
} as const;

const segmentation: SegmentationPart = {
  ...provenance,
  split: 'split_group',
  sizePx: 512,
  withoutHeart: [
    {
      label: 'all',
      pairs: 3,
      patients: 2,
      meanIou: 0.925,
      meanIouInterval: [0.9, 0.95],
      meanDice: 0.961,
      worstIou: 0.5,
    },
  ],
  withHeart: [],
  worst: [{ id: 'film 7', annotation: 'nlm', label: 'tb', iou: 0.5, dice: 0.66667 }],
};

const classification: ClassificationPart = {
  ...provenance,
  sets: [
    {
      split: 'split_random',
      subset: 'paper',
      patientInTraining: 7,
      films: 9,
      patients: 8,
      refused: { 'no-lungs': 2 },
      accuracy: { value: 0.75, interval: [0.5, 1] },
      macroF1: { value: 0.7, interval: null },
      macroAuc: { value: 0.98765, interval: [0.9, 1] },
      perClassIntervals: perLabel(() => ({
        precision: [0.9, 1],
        recall: null,
        f1: null,
        auc: null,
      })),
      perClass: perLabel(() => ({ precision: 1, recall: 0.5, f1: 2 / 3, support: 2, auc: null })),
      confusion: perLabelRows(),
      answered: { films: 7, accuracy: 0.9, macroF1: 0.9, ece: 0.0421, brier: 0.35 },
    },
  ],
};

function perLabelRows(): number[][] {
  return Array.from({ length: 5 }, (_, k) => [k, 0, 0, 0, 0, 1]);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'render-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('parts measured at different times stand on one page', async () => {
  const where = evaluationPageOf('ma-resnet50');
  await saveEvaluation(folder, where, { segmentation });
  await saveEvaluation(folder, where, { classification });
  const saved = JSON.parse(await readFile(join(folder, 'evaluation.json'), 'utf8'));
  expect(saved).toEqual({ schema: 1, segmentation, classification });

  const page = await readFile(join(folder, 'evaluation.md'), 'utf8');
  expect(page).toContain('| all | 3 | 2 | 92.50 % (90.00 to 95.00) | 96.10 % | 50.00 % |');
  expect(page).toContain(
    '| split_random, the paper’s sources | 9 | 8 | 7 | 2 | 75.00 % (50.00 to 100.00) | 70.00 % | 0.988 (0.900 to 1.000) | 90.00 % | 0.042 | 0.350 |',
  );
  expect(page).toContain('| tb | 2 | 100.00 % (90.00 to 100.00) | 50.00 % | 66.67 % | - |');
  expect(page).toContain('| film 7 | tb | nlm | 50.00 % | 66.67 % |');
  expect(page).toContain('# Figures of the shipped models\n');
  expect(page).toContain('| bacterial | 3 | 0 | 0 | 0 | 0 | 1 |');
  expect(page).toContain('Refused: 2 no-lungs.');
  expect(page).toContain('7 of these 9 films are of patients');
  expect(page).toContain('at commit abc123, backend wasm, with `resunet` (hash1)');
});

test('another classifier has a page of its own', async () => {
  await saveEvaluation(folder, evaluationPageOf('resnet50'), { classification });
  const page = await readFile(join(folder, 'evaluation-resnet50.md'), 'utf8');
  expect(page).toContain('# Figures of resnet50\n');
  expect(page).not.toContain('Lungs (stage 1)');
});

test('a part from before the newest figures still has its page', async () => {
  const { worst: _, ...older } = segmentation;
  const [{ perClassIntervals: __, ...set } = {} as never] = classification.sets;
  const { brier: ___, ...answered } = set.answered;
  const where = { name: 'older', heading: 'Older' };
  await saveEvaluation(folder, where, {
    segmentation: older,
    classification: { ...classification, sets: [{ ...set, answered }] },
  });
  const page = await readFile(join(folder, 'older.md'), 'utf8');
  expect(page).toContain('| tb | 2 | 100.00 % | 50.00 % | 66.67 % | - |');
  expect(page).toContain('| 90.00 % | 0.042 | - |');
  expect(page).not.toContain('worst 1');
});
