import { LABELS } from '../../src/models/labels.ts';
import type { Answer } from '../evaluate/answer-log.ts';
import { type BootstrapOptions, bootstrapByGroup, type Interval } from '../evaluate/bootstrap.ts';
import type { LabelledFilm } from '../evaluate/dataset.ts';

type Answers = ReadonlyMap<string, Answer>;

/** What rounding the weights does to the answers on one set of films. */
export interface AnswerChanges {
  readonly films: number;
  /** Refused films count as wrong. */
  readonly accuracy: { readonly exact: number; readonly rounded: number };
  /** Rounded less exact, in percentage points, and its 95 % interval by patient. */
  readonly differencePoints: number;
  readonly differenceInterval: Interval | null;
  /** Films whose likeliest class, or whether they are refused, is another. */
  readonly changed: number;
  /** Over all classes of all films that both answered. */
  readonly largestProbabilityChange: number;
}

const topOf = ({ probabilities }: Answer): number | null =>
  probabilities ? probabilities.indexOf(Math.max(...probabilities)) : null;

function compareFilm({ id, label, group }: LabelledFilm, exact: Answers, rounded: Answers) {
  const [a, b] = [exact.get(id), rounded.get(id)];
  if (!a || !b) throw new Error(`no answer for film ${id}`);
  const truth = LABELS.indexOf(label);
  const changes =
    a.probabilities && b.probabilities
      ? a.probabilities.map((p, k) => Math.abs(p - (b.probabilities?.[k] as number)))
      : [];
  return {
    group,
    exactIsRight: topOf(a) === truth ? 1 : 0,
    roundedIsRight: topOf(b) === truth ? 1 : 0,
    changed: topOf(a) === topOf(b) ? 0 : 1,
    largestChange: Math.max(0, ...changes),
  };
}

type Compared = ReturnType<typeof compareFilm>;
type Counted = 'exactIsRight' | 'roundedIsRight' | 'changed';

const sumOf = (films: readonly Compared[], what: Counted) =>
  films.reduce((sum, film) => sum + film[what], 0);

const difference = (films: readonly Compared[]) =>
  (100 * (sumOf(films, 'roundedIsRight') - sumOf(films, 'exactIsRight'))) / films.length;

/** Throws where a film has no answer of both, and where there are no films. */
export function compareAnswers(
  films: readonly LabelledFilm[],
  exact: Answers,
  rounded: Answers,
  bootstrap: BootstrapOptions,
): AnswerChanges {
  if (films.length === 0) throw new Error('there are no films to compare on');
  const compared = films.map((film) => compareFilm(film, exact, rounded));
  const { points } = bootstrapByGroup(
    compared,
    (sample) => ({ points: difference(sample) }),
    bootstrap,
  );
  return {
    films: films.length,
    accuracy: {
      exact: sumOf(compared, 'exactIsRight') / films.length,
      rounded: sumOf(compared, 'roundedIsRight') / films.length,
    },
    differencePoints: difference(compared),
    differenceInterval: points,
    changed: sumOf(compared, 'changed'),
    largestProbabilityChange: Math.max(...compared.map(({ largestChange }) => largestChange)),
  };
}
