import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertModel } from '../../../tools/convert/convert-model.ts';
import { worstDifference } from '../../models/compare.ts';
import { convertGolden, readArchitecture, readGolden, readWeights } from './convert-golden.ts';
import { makeSafetensors, tensorOf } from './make-safetensors.ts';
import { readModel, runModel } from './run-model.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const opsOf = (files: ReadonlyMap<string, Uint8Array>) => {
  const counts: Record<string, number> = {};
  for (const { op } of readModel(files).modelTopology.node) counts[op] = (counts[op] ?? 0) + 1;
  return counts;
};

interface GoldenArchitecture {
  nodes: { name: string; op: string; inputs: string[] }[];
  outputs: Record<string, string>;
}

describe('the converted graph', () => {
  it('has batch normalisations folded and activations fused', () => {
    // bottleneck-ma: stem, 4 blocks of 3 convolutions, 4 projections; ReLU alone only after 4 sums.
    const counts = opsOf(convertGolden('bottleneck-ma', 'float32'));
    expect(counts).toMatchObject({ _FusedConv2D: 17, Relu: 4, AddV2: 5, _FusedMatMul: 1 });
    // Maps: stem, pool, one per block; products: one per masked convolution, one of the affine.
    expect(counts).toMatchObject({ AvgPool: 6, MaxPool: 1, Mul: 6 });
    expect(Object.keys(counts).filter((op) => /Norm|Bias/.test(op))).toEqual([]);
  });

  it.each([
    'bottleneck-ma',
    'basicblock-ma',
    'vgg-ma',
    'bottleneck-ma-not-counted',
    'basicblock-ma-not-counted-scaled',
  ] as const)('%s makes the mask maps that PyTorch makes', async (name) => {
    const architecture = readArchitecture(name) as GoldenArchitecture;
    const golden = readGolden(name);
    const moves = architecture.nodes.filter(({ op }) => op === 'avg_pool');
    expect(moves.length).toBeGreaterThan(3);
    const outputs = Object.fromEntries(moves.map((move, i) => [`map.${i}`, move.name]));
    const files = convertModel({
      architecture: { ...architecture, outputs },
      weights: readWeights(name),
      precision: 'float32',
    });
    const film = golden('film').data;
    const found = await runModel(files, { film, mask: golden('mask').data }, Object.keys(outputs));
    found.forEach(({ data }, i) => {
      expect(worstDifference(data, golden(`map.${i}`).data)).toBeLessThan(1e-6);
    });
  });

  it('computes equal mask maps once, and nothing that no output needs', () => {
    const pool = (name: string, input: string) => ({
      name,
      op: 'avg_pool',
      inputs: [input],
      kernel: [3, 3],
      stride: [1, 1],
      padding: [1, 1],
    });
    const files = convertModel({
      architecture: {
        schema: 1,
        inputs: [{ name: 'mask', size: 4 }],
        nodes: [
          pool('left', 'mask'),
          pool('right', 'mask'),
          pool('left2', 'left'),
          pool('right2', 'right'),
          pool('unused', 'left2'),
          { name: 'sum', op: 'add', inputs: ['left2', 'right2'] },
        ],
        outputs: { logits: 'sum' },
      },
      weights: makeSafetensors({}),
      precision: 'float32',
    });
    expect(opsOf(files)).toMatchObject({ AvgPool: 2, AddV2: 1 });
  });

  it('does not fuse a ReLU into a convolution that something else reads', async () => {
    const conv = {
      name: 'conv',
      op: 'conv2d',
      inputs: ['film'],
      weight: 'w',
      bias: null,
      stride: [1, 1],
      padding: [0, 0],
    };
    const files = convertModel({
      architecture: {
        schema: 1,
        inputs: [{ name: 'film', size: 1 }],
        nodes: [
          conv,
          { name: 'relu', op: 'relu', inputs: ['conv'] },
          { name: 'sum', op: 'add', inputs: ['conv', 'relu'] },
        ],
        outputs: { logits: 'sum' },
      },
      weights: makeSafetensors({ w: tensorOf([1, 1, 1, 1], [-1]) }),
      precision: 'float32',
    });
    const [found] = await runModel(files, { film: [3] }, ['logits']);
    expect([...(found?.data ?? [])]).toEqual([-3]);
  });

  it('leaves a product with a factor that may be negative before its ReLU', async () => {
    const conv = { op: 'conv2d', inputs: ['film'], bias: null, stride: [1, 1], padding: [0, 0] };
    const files = convertModel({
      architecture: {
        schema: 1,
        inputs: [{ name: 'film', size: 1 }],
        nodes: [
          { ...conv, name: 'a', weight: 'wa' },
          { ...conv, name: 'b', weight: 'wb' },
          { name: 'product', op: 'mul', inputs: ['a', 'b'] },
          { name: 'relu', op: 'relu', inputs: ['product'] },
        ],
        outputs: { logits: 'relu' },
      },
      weights: makeSafetensors({
        wa: tensorOf([1, 1, 1, 1], [-1]),
        wb: tensorOf([1, 1, 1, 1], [-2]),
      }),
      precision: 'float32',
    });
    const [found] = await runModel(files, { film: [3] }, ['logits']);
    expect([...(found?.data ?? [])]).toEqual([18]);
  });
});
