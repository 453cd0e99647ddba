import type { Metric } from '../../../models/card.ts';
import { LABELS, type Label } from '../../../models/labels.ts';

interface ClassRow {
  readonly label: Label;
  /** Films behind every figure of the row; null where they differ. */
  readonly n: number | null;
  /** One per name of the table; null where the card has no such figure. */
  readonly figures: readonly (Metric | null)[];
}

/** The per-class figures of one set of films. */
export interface ClassTable {
  readonly dataset: string;
  readonly split: string;
  readonly names: readonly string[];
  readonly rows: readonly ClassRow[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function toRow(label: Label, names: readonly string[], metrics: readonly Metric[]): ClassRow {
  const mine = metrics.filter((metric) => metric.label === label);
  const counts = unique(mine.map(({ n }) => n));
  return {
    label,
    n: counts.length === 1 ? (counts[0] ?? null) : null,
    figures: names.map((name) => mine.find((metric) => metric.name === name) ?? null),
  };
}

/** A card's per-class figures as tables, one for each set of films, in the card's order. */
export function classTables(metrics: readonly Metric[]): ClassTable[] {
  const perClass = metrics.filter(({ label }) => label !== undefined);
  const setOf = ({ dataset, split }: Metric) => `${dataset}\n${split}`;
  return unique(perClass.map(setOf)).map((set) => {
    const mine = perClass.filter((metric) => setOf(metric) === set);
    const names = unique(mine.map(({ name }) => name));
    const [{ dataset, split }] = mine as [Metric];
    const rows = LABELS.map((label) => toRow(label, names, mine));
    return { dataset, split, names, rows: rows.filter(({ figures }) => figures.some(Boolean)) };
  });
}

/** The figures over all classes together. */
export function overallMetrics(metrics: readonly Metric[]): Metric[] {
  return metrics.filter(({ label }) => label === undefined);
}
