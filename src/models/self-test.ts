import { selfTestFilm } from '../imaging/self-test-film.ts';
import type { ClassifierCard, FilmCheckCard, SegmenterCard } from './card.ts';
import type { Classifier } from './classifier.ts';
import type { Classification } from './engine.ts';
import type { LogitsNetwork } from './logits-network.ts';

/** The segmenter's logits are compared as means over 8 x 8 cells. */
const CELLS = 8;

/** Means over an 8 x 8 grid of cells; `values` are size x size, size a multiple of 8. */
export function poolCells(values: Float32Array, size: number): number[] {
  const cellPx = size / CELLS;
  const sums = new Float64Array(CELLS * CELLS);
  values.forEach((value, i) => {
    const cellX = Math.floor((i % size) / cellPx);
    const cellY = Math.floor(i / size / cellPx);
    const cell = cellY * CELLS + cellX;
    sums[cell] = (sums[cell] ?? 0) + value;
  });
  return Array.from(sums, (sum) => sum / cellPx ** 2);
}

/** How far the answer is off at its worst; throws an Error that says so beyond the tolerance. */
function compare(
  what: string,
  found: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number,
): number {
  const worst = expected.reduce((max, value, i) => {
    const off = Math.abs((found[i] ?? Number.NaN) - value);
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(max, off);
  }, 0);
  if (worst > tolerance) {
    throw new Error(`wrong ${what} in the self-test: off by ${worst.toPrecision(2)}`);
  }
  return worst;
}

/** The segmenter's logits on the self-test film, as means over 8 x 8 cells. */
export async function segmenterAnswer(
  segmenter: LogitsNetwork,
  { input }: Pick<SegmenterCard, 'input'>,
): Promise<number[]> {
  return poolCells(await segmenter.logits(selfTestFilm(input.size).film), input.size);
}

/** The classifier's answer on the masked self-test film. */
export async function classifierAnswer(
  classifier: Classifier,
  { input }: Pick<ClassifierCard, 'input'>,
): Promise<Classification> {
  const { film, mask } = selfTestFilm(input.size);
  const masked = film.map((grey, i) => grey * (mask[i] as number));
  return classifier.classify(masked, mask);
}

/**
 * Compares the segmenter's answer on the self-test film with its card's; returns how far it is off
 * at most. Rejects where that is too far.
 */
export async function testSegmenter(
  segmenter: LogitsNetwork,
  card: SegmenterCard,
): Promise<number> {
  const { pooledLogits, tolerance } = card.selfTest;
  return compare('lungs', await segmenterAnswer(segmenter, card), pooledLogits, tolerance);
}

/** A logit is the mean of its map before ReLU: maps differ by less where logits may by this much. */
const HEAT_PER_LOGIT = 0.2;

/** As `testSegmenter`, of the class logits and, where the card has them, the heat maps. */
export async function testClassifier(
  classifier: Classifier,
  card: ClassifierCard,
): Promise<{ readonly classes: number; readonly heat: number | null }> {
  const { logits, heat, tolerance } = card.selfTest;
  const found = await classifierAnswer(classifier, card);
  const maps = found.heat.flatMap((map) => [...map]);
  return {
    classes: compare('classes', found.logits, logits, tolerance),
    heat: heat ? compare('heat maps', maps, heat, tolerance * HEAT_PER_LOGIT) : null,
  };
}

/** As `testSegmenter`, of the film check's logits. */
export async function testFilmCheck(checker: LogitsNetwork, card: FilmCheckCard): Promise<number> {
  const { logits, tolerance } = card.selfTest;
  const found = await checker.logits(selfTestFilm(card.input.size).film);
  return compare('film check', found, logits, tolerance);
}
