import { describe, expect, test } from 'vitest';
import { LABELS } from '../../../src/models/labels.ts';
import type { Answer } from '../../../tools/evaluate/answer-log.ts';
import type { LabelledFilm } from '../../../tools/evaluate/dataset.ts';
import { compareAnswers } from '../../../tools/quantisation/compare-answers.ts';

const BOOTSTRAP = { samples: 50, seed: 1 };

/** Four films of four patients, all normal. */
const films: LabelledFilm[] = [0, 1, 2, 3].map((i) => ({
  id: `film ${i}`,
  path: '',
  label: 'normal',
  group: `patient ${i}`,
  subset: 'paper',
  split_group: 'test',
  split_random: 'test',
}));

/** Answers with the given probabilities of normal, the rest being covid19; null is refused. */
const answers = (normal: readonly (number | null)[]): Map<string, Answer> =>
  new Map(
    normal.map((p, i) => [
      `film ${i}`,
      p === null
        ? { id: `film ${i}`, refused: 'no-lungs', probabilities: null }
        : {
            id: `film ${i}`,
            refused: null,
            probabilities: LABELS.map((_, k) => (k === 0 ? p : k === 1 ? 1 - p : 0)),
          },
    ]),
  );

describe('compareAnswers', () => {
  test('counts other answers and the difference in points', () => {
    // Right before: films 0, 1, 2. After: 0 and 3, of which 3 is new; 1 and 2 are lost.
    const found = compareAnswers(
      films,
      answers([0.9, 0.6, 0.8, 0.4]),
      answers([0.8, 0.45, null, 0.7]),
      BOOTSTRAP,
    );
    expect(found).toMatchObject({
      films: 4,
      accuracy: { exact: 0.75, rounded: 0.5 },
      differencePoints: -25,
      changed: 3,
    });
    // Films 0, 1 and 3 move by 0.1, 0.15 and 0.3; film 2 was answered once only.
    expect(found.largestProbabilityChange).toBeCloseTo(0.3, 12);
    expect(found.differenceInterval?.[0]).toBeLessThan(-25);
    expect(found.differenceInterval?.[1]).toBeGreaterThan(-25);
  });

  test('finds nothing where nothing changed', () => {
    const same = answers([0.9, 0.1, null, 0.7]);
    expect(compareAnswers(films, same, same, BOOTSTRAP)).toEqual({
      films: 4,
      accuracy: { exact: 0.5, rounded: 0.5 },
      differencePoints: 0,
      differenceInterval: [0, 0],
      changed: 0,
      largestProbabilityChange: 0,
    });
  });

  test('needs answers of both, and films', () => {
    expect(() => compareAnswers(films, answers([1]), answers([1]), BOOTSTRAP)).toThrow('film 1');
    expect(() => compareAnswers([], new Map(), new Map(), BOOTSTRAP)).toThrow('no films');
  });
});
