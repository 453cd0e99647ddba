import { parseArgs } from 'node:util';

export interface EvaluateArgs {
  readonly data: string;
  /** Folder of the networks; null for the shipped ones. */
  readonly models: string | null;
  /** Folder of the classifier; null for the app's default. */
  readonly classifier: string | null;
  readonly part: 'segmentation' | 'classification' | null;
  /** The films of this share alone are read, and nothing is written: [index, count], from 0. */
  readonly shard: readonly [index: number, count: number] | null;
  /** Answers of earlier runs are read again. */
  readonly fresh: boolean;
  /** Folder of changed films, on which stage 1 alone is measured; null for the test films. */
  readonly stress: string | null;
}

export const EVALUATE_USAGE = `Usage: npm run evaluate -- [--data DIR] [--models DIR] [--classifier ID]
                           [--part segmentation|classification] [--shard I/N] [--fresh]
                           [--stress DIR]

Measures the shipped models, or those in another folder, on test films (../shared/data), and writes
docs/study/evaluation.json and evaluation.md, and the figures into the models' cards. With a classifier
other than the default one, the classes alone, into evaluation-ID.json and evaluation-ID.md. What is
read already is kept in .cache/evaluate.
--stress DIR measures stage 1 on the changed films that "python -m manet.study.stress --write DIR" made, and
writes docs/study/stress.json and stress.md.
--shard 1/2 and 2/2 in two processes share the work; a run without it then writes the figures.
`;

function readShard(text: string | undefined): readonly [number, number] | null {
  if (text === undefined) return null;
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count) throw new Error(`--shard is I/N, not "${text}"`);
  return [index - 1, count];
}

function oneOf<const Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((one) => one === value);
  if (!choice) throw new Error(`--${name} is one of ${choices.join(', ')}, not "${value}"`);
  return choice;
}

/** Throws Error for bad usage. */
export function readEvaluateArgs(argv: readonly string[]): EvaluateArgs {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string', default: '../shared/data' },
      models: { type: 'string' },
      classifier: { type: 'string' },
      part: { type: 'string' },
      shard: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      stress: { type: 'string' },
    },
  });
  const { part } = values;
  const shard = readShard(values.shard);
  if (shard && values.fresh) throw new Error('--fresh in one shard would undo the others');
  return {
    data: values.data,
    models: values.models ?? null,
    classifier: values.classifier ?? null,
    part: part === undefined ? null : oneOf('part', part, ['segmentation', 'classification']),
    shard,
    fresh: values.fresh,
    stress: values.stress ?? null,
  };
}
