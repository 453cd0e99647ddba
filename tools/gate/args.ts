import { parseArgs } from 'node:util';

export interface GateArgs {
  readonly data: string;
  readonly negatives: string;
  /** Films per class through the whole pipeline, and films of which faults are made. */
  readonly whole: number;
  readonly faulty: number;
  /** Prints what lungs of validation films look like, from which the limits are set, and no more. */
  readonly limits: boolean;
}

export const GATE_USAGE = `Usage: npm run gate -- [--data DIR] [--negatives DIR] [--whole N] [--faulty N] [--limits]

Measures the quality gate on test films (../shared/data), on faults made of them, and on pictures that are
no chest films (python -m manet.study.negatives, in training), and writes docs/study/gate.json and gate.md
and the figures into the film check's card. --limits prints what the lungs of N validation films a class
look like instead.
`;

/** Throws Error for bad usage. */
export function readGateArgs(argv: readonly string[]): GateArgs {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      negatives: { type: 'string', default: '.cache/gate/negatives' },
      whole: { type: 'string', default: '40' },
      faulty: { type: 'string', default: '60' },
      limits: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'whole' | 'faulty'): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`--${name} is a number of films, not "${values[name]}"`);
    }
    return value;
  };
  const { data, negatives, limits } = values;
  return { data, negatives, limits, whole: count('whole'), faulty: count('faulty') };
}
