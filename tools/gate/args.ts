import { parseArgs } from 'node:util';

export interface GateArgs {
  readonly data: string;
  readonly negatives: string;
  /** The most films of a class that go through the whole pipeline, and of how many faults are made. */
  readonly whole: number;
  readonly faulty: number;
  /** Fewer films than the page in docs/study is of: the tables are printed, and nothing is written. */
  readonly trial: boolean;
  /** Prints what lungs of validation films look like, from which the limits are set, and no more. */
  readonly limits: boolean;
}

/** Of how many test films the page's faults are made. */
const FAULTY_FILMS = 60;

export const GATE_USAGE = `Usage: npm run gate -- [--data DIR] [--negatives DIR] [--whole N] [--faulty N] [--limits]

Measures the quality gate on all test films (../shared/data), on faults made of ${FAULTY_FILMS} of them, and on
pictures that are no chest films (python -m manet.study.negatives, in training), and writes docs/study/gate.json
and gate.md and the figures into the film check's card. --whole N (N films a class through the whole pipeline) and
--faulty N (faults made of N films) are for trials: they print the tables and write nothing. --limits prints what
the lungs of validation films look like instead: of all, or with --whole of N a class.
`;

/** Throws Error for bad usage. */
export function readGateArgs(argv: readonly string[]): GateArgs {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      negatives: { type: 'string', default: '.cache/gate/negatives' },
      whole: { type: 'string' },
      faulty: { type: 'string' },
      limits: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'whole' | 'faulty', all: number): number => {
    if (values[name] === undefined) return all;
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`--${name} is a number of films, not "${values[name]}"`);
    }
    return value;
  };
  const { data, negatives, limits } = values;
  return {
    data,
    negatives,
    limits,
    whole: count('whole', Number.POSITIVE_INFINITY),
    faulty: count('faulty', FAULTY_FILMS),
    trial: values.whole !== undefined || values.faulty !== undefined,
  };
}
