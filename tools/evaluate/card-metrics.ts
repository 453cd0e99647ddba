import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Card, type Metric, parseCard } from '../../src/models/card.ts';
import { LABELS } from '../../src/models/labels.ts';
import type { Interval } from './bootstrap.ts';
import type { SplitFigures } from './evaluation.ts';
import { CLASS_FIGURES } from './figures.ts';
import type { SegmentationFigures } from './segmentation-figures.ts';

const NAMES = { precision: 'precision', recall: 'recall', f1: 'F1', auc: 'AUC' } as const;

/** Four digits: more than the intervals bear, and the same bytes each time. */
const round = (share: number) => Math.round(share * 1e4) / 1e4;

type Figure = Omit<Metric, 'value' | 'interval'> & {
  readonly value: number | null;
  readonly interval: Interval | null;
};

/** Figures that are known, with n > 0, in the card's form. */
function toMetrics(figures: readonly Figure[]): Metric[] {
  return figures.flatMap(({ value, interval, ...rest }) => {
    if (value === null || rest.n === 0) return [];
    const { name, label, ...where } = rest;
    return {
      name,
      ...(label && { label }),
      value: round(value),
      ...(interval && { interval: [round(interval[0]), round(interval[1])] as [number, number] }),
      ...where,
    };
  });
}

/** What a classifier's card says of test films; per-class n is the films of that class. */
export function classifierMetrics(sets: readonly SplitFigures[]): Metric[] {
  const find = (split: SplitFigures['split'], subset: SplitFigures['subset']) =>
    sets.find((set) => set.split === split && set.subset === subset);
  const [byPatient, byFilm] = [find('split_group', 'all'), find('split_random', 'paper')];
  const figures: Figure[] = [];
  if (byPatient) {
    const where = { dataset: 'paper + extended', split: 'split_group test' };
    const { films: n, perClass, perClassIntervals } = byPatient;
    figures.push(
      { name: 'accuracy', ...byPatient.accuracy, ...where, n },
      { name: 'macro-F1', ...byPatient.macroF1, ...where, n },
      { name: 'macro AUC', ...byPatient.macroAuc, ...where, n },
    );
    for (const label of LABELS) {
      for (const name of CLASS_FIGURES) {
        figures.push({
          name: NAMES[name],
          label,
          value: perClass[label][name],
          interval: perClassIntervals?.[label][name] ?? null,
          ...where,
          n: perClass[label].support,
        });
      }
    }
  }
  if (byFilm) {
    const where = { dataset: 'paper', split: 'split_random test' };
    figures.push({ name: 'accuracy', ...byFilm.accuracy, ...where, n: byFilm.films });
  }
  return toMetrics(figures);
}

/** What a segmenter's card says of test pairs, in all and for each label. */
export function segmenterMetrics(rows: readonly SegmentationFigures[]): Metric[] {
  const where = { dataset: 'nlm + lungvae', split: 'split_group test' };
  return toMetrics(
    rows.flatMap(({ label, pairs: n, meanIou, meanIouInterval, meanDice }) => {
      const about = label === 'all' ? {} : { label };
      return [
        { name: 'mean IoU', ...about, value: meanIou, interval: meanIouInterval, ...where, n },
        { name: 'mean Dice', ...about, value: meanDice, interval: null, ...where, n },
      ];
    }),
  );
}

/** The card with new figures in place of older ones of the same splits. */
export function withMetrics<C extends Card>(card: C, metrics: readonly Metric[]): C {
  const measured = new Set(metrics.map(({ split }) => split));
  return {
    ...card,
    metrics: [...card.metrics.filter((one) => !measured.has(one.split)), ...metrics],
  };
}

/** Writes figures into the card of a model; the same figures give the same bytes. */
export async function writeCardMetrics(
  models: string,
  id: string,
  metrics: readonly Metric[],
): Promise<void> {
  const path = join(models, id, 'card.json');
  const card = parseCard(JSON.parse(await readFile(path, 'utf8')), path);
  await writeFile(path, `${JSON.stringify(withMetrics(card, metrics), null, 2)}\n`);
}
