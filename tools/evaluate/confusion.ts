/** What came out for one film: the true class and the answered one, null where it was refused. */
export interface Outcome {
  readonly truth: number;
  readonly answer: number | null;
}

export interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

export interface ConfusionFigures {
  /** `matrix[truth][answer]`, with one column more at the end for refused films. */
  readonly matrix: number[][];
  readonly accuracy: number;
  readonly perClass: ClassFigures[];
  readonly macroF1: number;
}

/** 0 / 0 counts as 0, as scikit-learn's zero_division=0. */
const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Figures over all films; a refused film is a wrong answer that is no class's. */
export function confusionFigures(outcomes: readonly Outcome[], classes: number): ConfusionFigures {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes + 1).fill(0));
  for (const { truth, answer } of outcomes) {
    const row = matrix[truth] as number[];
    const column = answer ?? classes;
    row[column] = (row[column] as number) + 1;
  }
  const at = (truth: number, answer: number) => matrix[truth]?.[answer] as number;
  const perClass = matrix.map((row, k) => {
    const right = at(k, k);
    const support = row.reduce((sum, count) => sum + count, 0);
    const answered = matrix.reduce((sum, _, truth) => sum + at(truth, k), 0);
    return {
      precision: ratio(right, answered),
      recall: ratio(right, support),
      f1: ratio(2 * right, answered + support),
      support,
    };
  });
  const right = matrix.reduce((sum, _, k) => sum + at(k, k), 0);
  return {
    matrix,
    accuracy: ratio(right, outcomes.length),
    perClass,
    macroF1: perClass.reduce((sum, { f1 }) => sum + f1, 0) / classes,
  };
}
