/** The five classes, in the order of the classifier's logits. */
export const LABELS = ['normal', 'covid19', 'tb', 'bacterial', 'viral'] as const;

export type Label = (typeof LABELS)[number];

export type PerLabel<T> = Readonly<Record<Label, T>>;

/** Builds one value per class. */
export function perLabel<T>(make: (label: Label, index: number) => T): PerLabel<T> {
  return Object.fromEntries(LABELS.map((label, index) => [label, make(label, index)])) as Record<
    Label,
    T
  >;
}
