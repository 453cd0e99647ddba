import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SHIPPED_MODELS } from '../../src/cli/shipped-models.ts';
import { type Card, parseCard } from '../../src/models/card.ts';
import { loadClassifier } from '../../src/models/classifier.ts';
import { parseGraphModel, storedBytes } from '../../src/models/graph-model-json.ts';
import { logitsNetwork } from '../../src/models/logits-network.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import type { NetworkFiles } from '../../src/models/network-files.ts';
import { classifierAnswer, segmenterAnswer } from '../../src/models/self-test.ts';
import { startBackend } from '../../src/models/start-backend.ts';

/** In pixels a side, of both networks. */
const REDUCED_SIZE = 64;

/** The segmenter knows no lungs at that size; beyond this logit is what the gate accepts as such. */
const REDUCED_THRESHOLD = -7;

interface Reduced {
  readonly network: NetworkFiles;
  /** What is to be served in place of the shipped files. */
  readonly changed: ReadonlyMap<string, Buffer>;
}

/** The network of a folder as it is, told that films come at another size. */
function reduce(folder: string, size: number): Reduced {
  const read = (name: string) => readFileSync(join(SHIPPED_MODELS, folder, name));
  const card = parseCard(JSON.parse(read('card.json').toString()), folder);
  const graph = JSON.parse(read('model.json').toString());
  for (const { op, attr } of graph.modelTopology.node) {
    if (op !== 'Placeholder') continue;
    for (const side of attr.shape.shape.dim.slice(1, 3)) side.size = String(size);
  }
  const json = Buffer.from(JSON.stringify(graph));
  const model = parseGraphModel(json, folder);
  const paths = model.weightsManifest.flatMap((group) => group.paths);
  const weights = Buffer.concat(paths.map(read));
  let at = 0;
  for (const spec of model.weightsManifest.flatMap((group) => group.weights)) {
    // To what height and width a decoder enlarges its maps.
    if (spec.name.endsWith('.up/size')) {
      const now = weights.readInt32LE(at) * (size / card.input.size);
      weights.writeInt32LE(now, at);
      weights.writeInt32LE(now, at + 4);
    }
    at += storedBytes(spec);
  }
  let from = 0;
  const shards = paths.map((path) => {
    const { length } = read(path);
    from += length;
    return weights.subarray(from - length, from);
  });
  const changed = new Map([
    ['model.json', json],
    ...paths.map((path, index) => [path, shards[index] as Buffer] as const),
  ]);
  const files = Object.fromEntries(
    [...changed].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );
  return {
    network: {
      card: { ...card, input: { ...card.input, size }, files } as Card,
      model,
      shards: shards.map((bytes) => new Uint8Array(bytes).buffer),
    },
    changed,
  };
}

/** The answer on the self-test film at the network's new size, by WebAssembly. */
async function answered({ card, ...rest }: NetworkFiles): Promise<Card> {
  if (card.kind === 'segmenter') {
    const network = logitsNetwork({ card, ...rest });
    return {
      ...card,
      postprocess: { ...card.postprocess, thresholdLogit: REDUCED_THRESHOLD },
      selfTest: { ...card.selfTest, pooledLogits: await segmenterAnswer(network, card) },
    };
  }
  if (card.kind !== 'classifier') throw new Error(`no network of kind ${card.kind} is reduced`);
  const { logits, heat } = await classifierAnswer(loadClassifier({ card, ...rest }), card);
  const maps = heat.flatMap((map) => [...map]);
  return { ...card, selfTest: { ...card.selfTest, logits: [...logits], heat: maps } };
}

/**
 * The files of both shipped networks when they see smaller films, by their paths: the same weights
 * and operations on a sixty-fourth of the pixels in stage 1 and a twelfth in stage 2, so that
 * software GPUs get through them. Their answers are worth nothing.
 */
async function reducedNetworks(): Promise<ReadonlyMap<string, Buffer>> {
  const backend = await startBackend('wasm', { allowSoftware: false });
  try {
    const changed = new Map<string, Buffer>();
    for (const kind of ['segmenter', 'classifier'] as const) {
      const folder = MODEL_FOLDERS[kind];
      const reduced = reduce(folder, REDUCED_SIZE);
      for (const [name, bytes] of reduced.changed) changed.set(`${folder}/${name}`, bytes);
      const card = await answered(reduced.network);
      changed.set(`${folder}/card.json`, Buffer.from(JSON.stringify(card)));
    }
    return changed;
  } finally {
    backend.stop();
  }
}

/** Has the app of a page load the reduced networks. */
export async function serveReducedNetworks(page: Page): Promise<void> {
  for (const [path, body] of await reducedNetworks()) {
    await page.route(`**/models/${path}`, (route) =>
      route.fulfill({ body, contentType: 'application/octet-stream' }),
    );
  }
}
