import * as tf from '@tensorflow/tfjs-core';
import { loadGraphModel } from '../../../src/models/graph-model.ts';
import { parseGraphModel } from '../../../src/models/graph-model-json.ts';

/** What a converted model's files hold, without a card. */
export function readModel(files: ReadonlyMap<string, Uint8Array>) {
  const bytes = files.get('model.json');
  if (!bytes) throw new Error('no model.json');
  return parseGraphModel(bytes, 'model.json');
}

/** Runs a converted model once; inputs are squares, row by row. Outputs by name, in NHWC. */
export async function runModel(
  files: ReadonlyMap<string, Uint8Array>,
  inputs: Readonly<Record<string, ArrayLike<number>>>,
  outputs: readonly string[],
): Promise<{ shape: number[]; data: Float32Array }[]> {
  const model = readModel(files);
  const shards = model.weightsManifest
    .flatMap(({ paths }) => paths)
    .map((path) => new Uint8Array(files.get(path) as Uint8Array).buffer);
  const graph = loadGraphModel({ model, shards });
  const tensors = Object.fromEntries(
    Object.entries(inputs).map(([name, values]) => {
      const side = Math.sqrt(values.length);
      return [name, tf.tensor4d(Array.from(values), [1, side, side, 1])];
    }),
  );
  const found = graph.execute(tensors, [...outputs]);
  return (Array.isArray(found) ? found : [found]).map((tensor) => ({
    shape: tensor.shape,
    data: tensor.dataSync() as Float32Array,
  }));
}
