import type { Label } from '../../src/models/labels.ts';
import { type BootstrapOptions, bootstrapByGroup, type Interval } from './bootstrap.ts';
import type { SegmentationPair } from './dataset.ts';
import type { Overlap } from './overlap.ts';

export type MeasuredPair = SegmentationPair & Overlap;

export interface SegmentationFigures {
  readonly label: Label | 'all';
  readonly pairs: number;
  readonly patients: number;
  readonly meanIou: number;
  readonly meanIouInterval: Interval | null;
  readonly meanDice: number;
  readonly worstIou: number;
}

/** A pair on which stage 1 did badly. */
export type WorstPair = Pick<MeasuredPair, 'id' | 'annotation' | 'label' | 'iou' | 'dice'>;

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function figures(
  label: Label | 'all',
  pairs: readonly MeasuredPair[],
  bootstrap: BootstrapOptions,
): SegmentationFigures {
  const ious = pairs.map(({ iou }) => iou);
  const { meanIou } = bootstrapByGroup(
    pairs,
    (sample) => ({ meanIou: mean(sample.map(({ iou }) => iou)) }),
    bootstrap,
  );
  return {
    label,
    pairs: pairs.length,
    patients: new Set(pairs.map(({ group }) => group)).size,
    meanIou: mean(ious),
    meanIouInterval: meanIou,
    meanDice: mean(pairs.map(({ dice }) => dice)),
    worstIou: Math.min(...ious),
  };
}

const ofAnnotations = (measured: readonly MeasuredPair[], annotations: readonly string[]) =>
  measured.filter(({ annotation }) => annotations.includes(annotation));

/** The pairs with the lowest IoU among those of the named annotations, the lowest first. */
export function worstPairs(
  measured: readonly MeasuredPair[],
  annotations: readonly string[],
  count: number,
): WorstPair[] {
  return ofAnnotations(measured, annotations)
    .sort((a, b) => a.iou - b.iou)
    .slice(0, count)
    .map(({ id, annotation, label, iou, dice }) => ({ id, annotation, label, iou, dice }));
}

/** Mean overlap over all pairs of the named annotations and for each label among them. */
export function segmentationFigures(
  measured: readonly MeasuredPair[],
  annotations: readonly string[],
  bootstrap: BootstrapOptions,
): SegmentationFigures[] {
  const pairs = ofAnnotations(measured, annotations);
  const labels = [...new Set(pairs.map(({ label }) => label))].sort();
  return [
    figures('all', pairs, bootstrap),
    ...labels.map((label) =>
      figures(
        label,
        pairs.filter((pair) => pair.label === label),
        bootstrap,
      ),
    ),
  ];
}
