import { selfTestFilm } from '../imaging/self-test-film.ts';
import type { ClassifierCard, SegmenterCard } from './card.ts';
import type { Classifier } from './classifier.ts';
import type { Segmenter } from './segmenter.ts';

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

/** Throws an Error that says how far the answer is off. */
function compare(
  what: string,
  found: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number,
): void {
  const worst = expected.reduce((max, value, i) => {
    const off = Math.abs((found[i] ?? Number.NaN) - value);
    return Number.isNaN(off) ? Number.POSITIVE_INFINITY : Math.max(max, off);
  }, 0);
  if (worst > tolerance) {
    throw new Error(`wrong ${what} in the self-test: off by ${worst.toPrecision(2)}`);
  }
}

/** The segmenter's logits on the self-test film, as means over 8 x 8 cells. */
export async function segmenterAnswer(
  segmenter: Segmenter,
  { input }: Pick<SegmenterCard, 'input'>,
): Promise<number[]> {
  return poolCells(await segmenter.segment(selfTestFilm(input.size).film), input.size);
}

/** The classifier's logits on the masked self-test film. */
export async function classifierAnswer(
  classifier: Classifier,
  { input }: Pick<ClassifierCard, 'input'>,
): Promise<number[]> {
  const { film, mask } = selfTestFilm(input.size);
  const masked = film.map((grey, i) => grey * (mask[i] as number));
  return [...(await classifier.classify(masked, mask)).logits];
}

/** Compares the segmenter's answer on the self-test film with its card's. Rejects where it is off. */
export async function testSegmenter(segmenter: Segmenter, card: SegmenterCard): Promise<void> {
  const { pooledLogits, tolerance } = card.selfTest;
  compare('lungs', await segmenterAnswer(segmenter, card), pooledLogits, tolerance);
}

/** Compares the classifier's answer on the self-test film with its card's. Rejects where it is off. */
export async function testClassifier(classifier: Classifier, card: ClassifierCard): Promise<void> {
  const { logits, tolerance } = card.selfTest;
  compare('classes', await classifierAnswer(classifier, card), logits, tolerance);
}
