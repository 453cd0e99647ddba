import type { ClassifierCard, SegmenterCard } from '../../src/models/card.ts';
import type { Classification, Engine } from '../../src/models/engine.ts';
import { LABELS } from '../../src/models/labels.ts';

export const SEGMENTER_SIDE = 64;
export const CLASSIFIER_SIDE = 32;
const HEAT_SIDE = 4;

const common = {
  schema: 2 as const,
  title: 'Threshold',
  architecture: 'none',
  precision: 'float32' as const,
  licence: 'Apache-2.0',
  training: {
    commit: 'none',
    date: '2026-01-01',
    seed: 0,
    epochs: 1,
    films: 1,
    patients: 1,
    minutes: 0,
    data: 'none',
    compute: 'none',
  },
  metrics: [],
  cautions: [],
  notFor: [],
  files: {},
};

export const segmenterCard: SegmenterCard = {
  ...common,
  kind: 'segmenter',
  id: 'threshold-segmenter',
  input: { size: SEGMENTER_SIDE, range: 'min-max', resampling: 'pillow-bilinear' },
  postprocess: { thresholdLogit: 0, fillHoles: true, smallObjectFraction: 0.01 },
  selfTest: { pooledLogits: new Array(64).fill(0), tolerance: 1 },
};

export const classifierCard: ClassifierCard = {
  ...common,
  kind: 'classifier',
  id: 'mean-classifier',
  input: { size: CLASSIFIER_SIDE, range: 'min-max', resampling: 'pillow-bilinear' },
  labels: [...LABELS] as ClassifierCard['labels'],
  maskAttention: true,
  temperature: 2,
  indeterminateBelow: null,
  calibration: null,
  outOfDistribution: null,
  selfTest: { logits: [0, 0, 0, 0, 0], tolerance: 1 },
};

/** What the classifier was given last. */
export interface Seen {
  segmented: Float32Array[];
  classified: { film: Float32Array; mask: Float32Array }[];
}

/**
 * A real, if simple, reader: dark pixels are lung, and each class's logit is the mean grey inside
 * the lungs times its number. Its heat is that grey on a 4 x 4 grid, its only feature the mean.
 */
export function thresholdEngine(changes: Partial<Engine> = {}): Engine & { seen: Seen } {
  const seen: Seen = { segmented: [], classified: [] };
  return {
    seen,
    backend: 'cpu',
    segmenter: segmenterCard,
    classifier: classifierCard,
    async segment(film) {
      seen.segmented.push(film);
      return film.map((grey) => (0.5 - grey) * 10);
    },
    async classify(film, mask) {
      seen.classified.push({ film, mask });
      return meanGreys(film, mask);
    },
    dispose() {},
    ...changes,
  };
}

function meanGreys(film: Float32Array, mask: Float32Array): Classification {
  const cells = new Float32Array(HEAT_SIDE * HEAT_SIDE);
  const cellPx = CLASSIFIER_SIDE / HEAT_SIDE;
  film.forEach((grey, i) => {
    const x = Math.floor((i % CLASSIFIER_SIDE) / cellPx);
    const y = Math.floor(i / CLASSIFIER_SIDE / cellPx);
    const cell = y * HEAT_SIDE + x;
    cells[cell] = (cells[cell] ?? 0) + grey / cellPx ** 2;
  });
  const inside = mask.reduce((a, b) => a + b, 0);
  const mean = film.reduce((a, b) => a + b, 0) / inside;
  return {
    logits: Float32Array.from(LABELS, (_, k) => k * mean * 4),
    heat: LABELS.map((_, k) => cells.map((heat) => heat * k * 10)),
    heatSide: HEAT_SIDE,
    pooled: Float32Array.of(mean),
  };
}
