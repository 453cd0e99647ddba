import { createHash } from 'node:crypto';
import { parseCard } from '../../src/models/card.ts';
import { LABELS } from '../../src/models/labels.ts';
import type { ModelSource } from '../../src/models/model-source.ts';
import { poolCells } from '../../src/models/self-test.ts';
import type { Precision } from '../../tools/convert/pack-weights.ts';
import { type Case, convertGolden, readGolden } from '../tools/convert/convert-golden.ts';

const TINY_SIZE = 64;

const common = (id: string, precision: Precision, files: ReadonlyMap<string, Uint8Array>) => ({
  schema: 2,
  id,
  title: id,
  architecture: 'tiny, random weights',
  precision,
  licence: 'Apache-2.0',
  training: {
    commit: 'none',
    date: '2026-01-01',
    seed: 7,
    epochs: 1,
    films: 1,
    patients: 1,
    minutes: 0,
    data: 'none',
    compute: 'none',
  },
  metrics: [],
  cautions: [],
  notFor: [],
  input: { size: TINY_SIZE, range: 'min-max', resampling: 'pillow-bilinear' },
  files: Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  ),
});

/** The golden films are the self-test films, so PyTorch's answers on them are the expected ones. */
function segmenterCard(precision: Precision, files: ReadonlyMap<string, Uint8Array>) {
  const logits = readGolden('resunet')('logits').data;
  return {
    ...common('resunet', precision, files),
    kind: 'segmenter',
    postprocess: { thresholdLogit: 0, fillHoles: true, smallObjectFraction: 0.01 },
    selfTest: { pooledLogits: poolCells(logits, TINY_SIZE), tolerance: 0.02 },
  };
}

function classifierCard(name: Case, precision: Precision, files: ReadonlyMap<string, Uint8Array>) {
  return {
    ...common(name, precision, files),
    kind: 'classifier',
    labels: [...LABELS],
    maskAttention: name.endsWith('-ma'),
    temperature: 1,
    indeterminateBelow: null,
    calibration: null,
    outOfDistribution: null,
    selfTest: { logits: [...readGolden(name)('logits').data], tolerance: 0.02 },
  };
}

export interface TinyNetworks {
  readonly folders: { readonly segmenter: string; readonly classifier: string };
  /** Path -> bytes; a test may damage some. */
  readonly files: Map<string, Uint8Array>;
  readonly source: ModelSource;
}

/** Two converted golden networks with cards, and more classifiers if wanted, served from memory. */
export function tinyNetworks(
  classifier: Case,
  precision: Precision,
  more: readonly Case[] = [],
): TinyNetworks {
  const files = new Map<string, Uint8Array>();
  const add = (folder: string, model: ReadonlyMap<string, Uint8Array>, card: unknown) => {
    for (const [name, bytes] of model) files.set(`${folder}/${name}`, bytes);
    parseCard(card, folder);
    files.set(`${folder}/card.json`, new TextEncoder().encode(JSON.stringify(card)));
  };
  const segmenterFiles = convertGolden('resunet', precision);
  add('resunet', segmenterFiles, segmenterCard(precision, segmenterFiles));
  for (const name of [classifier, ...more]) {
    const converted = convertGolden(name, precision);
    add(name, converted, classifierCard(name, precision, converted));
  }
  return {
    folders: { segmenter: 'resunet', classifier },
    files,
    source: {
      async readFile(path, { signal, onBytes }) {
        signal?.throwIfAborted();
        const bytes = files.get(path);
        if (!bytes) throw new Error(`no ${path}`);
        onBytes?.(bytes.byteLength);
        return new Uint8Array(bytes);
      },
    },
  };
}
