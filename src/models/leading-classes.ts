import { LABELS, type Label, type PerLabel } from './labels.ts';

/** The two most probable classes, the more probable first. */
export function leadingClasses(probabilities: PerLabel<number>): readonly [Label, Label] {
  const [first, second] = [...LABELS].sort((a, b) => probabilities[b] - probabilities[a]);
  return [first as Label, second as Label];
}
