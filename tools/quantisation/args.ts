import { parseArgs } from 'node:util';

export interface QuantisationArgs {
  /** Folders of the same classifier, the exact one first. */
  readonly folders: readonly [string, string];
  readonly data: string;
  /** Only so many films of each split, and no report is written; null for all. */
  readonly limit: number | null;
}

export const QUANTISATION_USAGE = `Usage: npm run quantisation -- EXACT ROUNDED [--data DIR] [--limit N]

Reads validation and test films (../shared/data) by the classifiers in two folders, of the same export
in two precisions, on lungs that the shipped stage 1 finds; lungs and answers of earlier runs are taken
from .cache/evaluate. Writes docs/study/quantisation.json and quantisation.md.
`;

/** Throws Error for bad usage. */
export function readQuantisationArgs(argv: readonly string[]): QuantisationArgs {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { data: { type: 'string', default: '../shared/data' }, limit: { type: 'string' } },
  });
  const [exact, rounded, ...more] = positionals;
  if (!exact || !rounded || more.length > 0) throw new Error('Name two folders of models.');
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && (!Number.isInteger(limit) || limit < 1)) {
    throw new Error(`--limit is a number of films, not "${values.limit}"`);
  }
  return { folders: [exact, rounded], data: values.data, limit };
}
