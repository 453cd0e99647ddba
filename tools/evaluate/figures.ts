import { LABELS, type Label, type PerLabel, perLabel } from '../../src/models/labels.ts';
import type { Answer } from './answer-log.ts';
import { oneVersusRest } from './auc.ts';
import { type BootstrapOptions, bootstrapByGroup, type Interval } from './bootstrap.ts';
import { brierScore, expectedCalibrationError } from './calibration.ts';
import { type ClassFigures, confusionFigures } from './confusion.ts';
import type { LabelledFilm } from './dataset.ts';

/** A figure and its 95 % interval. */
interface Estimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}

export const CLASS_FIGURES = ['precision', 'recall', 'f1', 'auc'] as const;

type ClassIntervals = Readonly<Record<(typeof CLASS_FIGURES)[number], Interval | null>>;

export interface ClassificationFigures {
  readonly films: number;
  readonly patients: number;
  /** Films refused by the quality gate, by code; they count as wrong. */
  readonly refused: Readonly<Record<string, number>>;
  readonly accuracy: Estimate;
  readonly macroF1: Estimate;
  readonly macroAuc: Estimate;
  readonly perClass: PerLabel<ClassFigures & { auc: number | null }>;
  /** 95 % intervals of these; absent from figures older than they are. */
  readonly perClassIntervals?: PerLabel<ClassIntervals>;
  /** `[truth][answer]` in the order of LABELS, one column more at the end for refused films. */
  readonly confusion: readonly (readonly number[])[];
  /** Of answered films alone, as the areas under the curve and the calibration error are. */
  readonly answered: {
    films: number;
    accuracy: number;
    macroF1: number;
    ece: number;
    /** Absent from figures older than it is. */
    brier?: number;
  };
}

interface Judged {
  readonly group: string;
  readonly truth: number;
  readonly answer: number | null;
  readonly refused: string | null;
  readonly probabilities: readonly number[] | null;
}

function judge(film: LabelledFilm, answer: Answer): Judged {
  const { probabilities, refused } = answer;
  return {
    group: film.group,
    truth: LABELS.indexOf(film.label),
    answer: probabilities ? probabilities.indexOf(Math.max(...probabilities)) : null,
    refused,
    probabilities,
  };
}

const scored = (films: readonly Judged[]) =>
  films.flatMap(({ truth, probabilities }) => (probabilities ? [{ truth, probabilities }] : []));

type FigureName =
  | 'accuracy'
  | 'macroF1'
  | 'macroAuc'
  | `${Label} ${(typeof CLASS_FIGURES)[number]}`;

/** Every figure that gets an interval, by name. */
function allFigures(films: readonly Judged[]): Record<FigureName, number | null> {
  const { accuracy, macroF1, perClass } = confusionFigures(films, LABELS.length);
  const areas = oneVersusRest(scored(films), LABELS.length);
  const ofClasses = LABELS.flatMap((label, k) => {
    const figures = { ...(perClass[k] as ClassFigures), auc: areas.perClass[k] ?? null };
    return CLASS_FIGURES.map((name) => [`${label} ${name}`, figures[name]] as const);
  });
  return {
    accuracy,
    macroF1,
    macroAuc: areas.macro,
    ...Object.fromEntries(ofClasses),
  } as Record<FigureName, number | null>;
}

function countRefused(films: readonly Judged[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { refused } of films) if (refused) counts[refused] = (counts[refused] ?? 0) + 1;
  return counts;
}

/** All figures of some films. Throws where a film has no answer yet. */
export function classificationFigures(
  films: readonly LabelledFilm[],
  answers: ReadonlyMap<string, Answer>,
  bootstrap: BootstrapOptions,
): ClassificationFigures {
  const judged = films.map((film) => {
    const answer = answers.get(film.id);
    if (!answer) throw new Error(`no answer for film ${film.id}`);
    return judge(film, answer);
  });
  const values = allFigures(judged);
  const intervals = bootstrapByGroup(judged, allFigures, bootstrap);
  const estimate = (name: FigureName): Estimate => ({
    value: values[name],
    interval: intervals[name],
  });
  const { matrix, perClass } = confusionFigures(judged, LABELS.length);
  const open = judged.filter(({ answer }) => answer !== null);
  const openFigures = confusionFigures(open, LABELS.length);
  return {
    films: judged.length,
    patients: new Set(judged.map(({ group }) => group)).size,
    refused: countRefused(judged),
    accuracy: estimate('accuracy'),
    macroF1: estimate('macroF1'),
    macroAuc: estimate('macroAuc'),
    perClass: perLabel((label, k) => ({
      ...(perClass[k] as ClassFigures),
      auc: values[`${label} auc`],
    })),
    perClassIntervals: perLabel((label) => ({
      precision: intervals[`${label} precision`],
      recall: intervals[`${label} recall`],
      f1: intervals[`${label} f1`],
      auc: intervals[`${label} auc`],
    })),
    confusion: matrix,
    answered: {
      films: open.length,
      accuracy: openFigures.accuracy,
      macroF1: openFigures.macroF1,
      ece: expectedCalibrationError(scored(open)),
      brier: brierScore(scored(open)),
    },
  };
}
