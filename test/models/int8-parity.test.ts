import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/imaging/synthetic/seeded-random.ts';
import { CASES, type Case, convertGolden, readGolden } from '../tools/convert/convert-golden.ts';
import { readModel, runModel } from '../tools/convert/run-model.ts';
import { worstDifference } from './compare.ts';

const DRAWS = 16;
/** Float32 against PyTorch, as in parity.test.ts. */
const EXACT = 1e-3;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function logitsOf(name: Case, files: ReadonlyMap<string, Uint8Array>): Promise<Float32Array> {
  const golden = readGolden(name);
  const inputs = { film: golden('film').data };
  const all = name === 'resunet' ? inputs : { ...inputs, mask: golden('mask').data };
  const [logits] = await runModel(files, all, ['logits']);
  return logits?.data ?? new Float32Array();
}

/**
 * Float32 weights with every kernel weight moved by chance by up to half of its channel's int8
 * scale, max|w| / 127: what rounding does, which is as good as independent of the weight (Widrow).
 */
function shaken(name: Case, random: () => number): Map<string, Uint8Array> {
  const files = convertGolden(name, 'float32');
  const { paths = [], weights = [] } = readModel(files).weightsManifest[0] ?? {};
  expect(paths).toHaveLength(1);
  const path = paths[0] as string;
  const bytes = new Uint8Array(files.get(path) as Uint8Array);
  let at = 0;
  for (const { shape, dtype } of weights) {
    const count = shape.reduce((product, side) => product * side, 1);
    if (dtype === 'float32' && shape.length > 1) {
      const values = new Float32Array(bytes.buffer, at, count);
      const channels = shape.at(-1) as number;
      const largest = new Array<number>(channels).fill(0);
      values.forEach((w, i) => {
        largest[i % channels] = Math.max(largest[i % channels] as number, Math.abs(w));
      });
      values.forEach((w, i) => {
        values[i] = w + ((random() - 0.5) * (largest[i % channels] as number)) / 127;
      });
    }
    at += 4 * count;
  }
  files.set(path, bytes);
  return files;
}

describe.each(CASES)('%s in int8', (name) => {
  it('is as far from PyTorch as weights shaken by half a step are', async () => {
    const expected = readGolden(name)('logits').data;
    const random = seededRandom(11);
    const squares = new Float64Array(expected.length);
    for (let draw = 0; draw < DRAWS; draw++) {
      const found = await logitsOf(name, shaken(name, random));
      found.forEach((value, i) => {
        squares[i] = (squares[i] as number) + (value - (expected[i] as number)) ** 2;
      });
    }
    const found = await logitsOf(name, convertGolden(name, 'int8'));
    // Five standard deviations of what rounding does to the logit that it moves most.
    const spread = Math.sqrt(Math.max(...squares) / DRAWS);
    const worst = worstDifference(found, expected);
    expect(worst).toBeLessThan(5 * spread + EXACT);
    // It is rounded, and not merely stored in another way.
    expect(worst).toBeGreaterThan(1e-5);
  });
});
