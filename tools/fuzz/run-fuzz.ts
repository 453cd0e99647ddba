import fc from 'fast-check';
import type { Judged } from './judge-file.ts';
import { damagedFiles } from './mutations.ts';
import { repairPng } from './repair-png.ts';
import { FUZZED, type Fuzzed, type SeedFile, seedFiles } from './seed-files.ts';

interface Slowest {
  readonly ms: number;
  readonly index: number;
  readonly file: string;
  readonly damage: string;
}

export interface FormatFigures {
  readonly format: Fuzzed;
  /** Of fast-check; with it and a case's index, the case comes again. */
  readonly seed: number;
  readonly cases: number;
  readonly seedFiles: number;
  /** Cases by outcome, most frequent first. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowest: Slowest;
  readonly faults: readonly (Omit<Slowest, 'ms'> & { readonly fault: string })[];
}

/** Damages good files of one format in `cases` ways and has each read by `judge`. */
export async function fuzzFormat(
  format: Fuzzed,
  cases: number,
  seed: number,
  judge: (bytes: Uint8Array, archive: boolean) => Promise<Judged>,
): Promise<FormatFigures> {
  const files = seedFiles(format);
  const others = FUZZED.flatMap((other): SeedFile[] => seedFiles(other).slice(0, 6));
  const outcomes = new Map<string, number>();
  const faults: FormatFigures['faults'][number][] = [];
  let slowest: Slowest = { ms: 0, index: 0, file: '', damage: '' };
  const sample = fc.sample(damagedFiles(files, others), { numRuns: cases, seed });
  for (const [index, { file, damage, bytes: damaged }] of sample.entries()) {
    const bytes = format === 'png' && index % 2 === 0 ? repairPng(damaged) : damaged;
    const { outcome, ms, fault } = await judge(bytes, format === 'zip');
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (ms > slowest.ms) slowest = { ms: Math.round(ms * 10) / 10, index, file, damage };
    if (fault) faults.push({ index, file, damage, fault });
  }
  return {
    format,
    seed,
    cases,
    seedFiles: files.length,
    outcomes: Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a)),
    slowest,
    faults,
  };
}
