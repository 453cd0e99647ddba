import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertModel } from '../../../tools/convert/convert-model.ts';
import type { FloatTensor } from '../../../tools/convert/safetensors.ts';
import { makeSafetensors, tensorOf } from './make-safetensors.ts';
import { readModel, runModel } from './run-model.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A model of one chain of operations on a film; each node reads the one before. */
function chain(size: number, steps: readonly object[], tensors: Record<string, FloatTensor> = {}) {
  const nodes = steps.map((step, i) => ({
    name: `n${i}`,
    inputs: [i === 0 ? 'film' : `n${i - 1}`],
    ...step,
  }));
  return convertModel({
    architecture: {
      schema: 1,
      inputs: [{ name: 'film', size }],
      nodes,
      outputs: { logits: `n${steps.length - 1}` },
    },
    weights: makeSafetensors(tensors),
    precision: 'float32',
  });
}

const answer = async (files: Map<string, Uint8Array>, film: number[]) => {
  const [found] = await runModel(files, { film }, ['logits']);
  return Array.from(found?.data ?? []);
};

const pool = (op: string, kernel: number, stride: number, padding: number) => ({
  op,
  kernel: [kernel, kernel],
  stride: [stride, stride],
  padding: [padding, padding],
});

describe('operations against answers worked out by hand', () => {
  it('counts the padding as zeros in an average pool', async () => {
    // Every 3 x 3 window on a padded 2 x 2 picture sees all four pixels.
    const found = await answer(chain(2, [pool('avg_pool', 3, 1, 1)]), [1, 2, 3, 3]);
    expect(found).toHaveLength(4);
    for (const value of found) expect(value).toBeCloseTo(9 / 9, 6);
  });

  it('leaves the padding out of an average pool that does not count it', async () => {
    // 3 x 3, kernel 3, stride 2, padding 1: each window sees the four pixels of its corner.
    const film = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const uncounted = { ...pool('avg_pool', 3, 2, 1), count_padding: false };
    const corners = [1 + 2 + 4 + 5, 2 + 3 + 5 + 6, 4 + 5 + 7 + 8, 5 + 6 + 8 + 9];
    const found = await answer(chain(3, [uncounted]), film);
    found.forEach((value, i) => {
      expect(value).toBeCloseTo((corners[i] as number) / 4, 5);
    });
    // Stride 1: at the edges six pixels, in the middle nine.
    const even = await answer(chain(3, [{ ...uncounted, stride: [1, 1] }]), film);
    expect(even[1]).toBeCloseTo((1 + 2 + 3 + 4 + 5 + 6) / 6, 5);
    expect(even[4]).toBeCloseTo(5, 5);
  });

  it('divides a map by its maximum', async () => {
    const files = convertModel({
      architecture: {
        schema: 1,
        inputs: [{ name: 'film', size: 2 }],
        nodes: [
          { name: 'peak', op: 'global_max_pool', inputs: ['film'] },
          { name: 'scaled', op: 'div', inputs: ['film', 'peak'] },
        ],
        outputs: { logits: 'scaled' },
      },
      weights: makeSafetensors({}),
      precision: 'float32',
    });
    expect(await answer(files, [1, 2, 3, 4])).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('pads a max pool evenly, unlike SAME', async () => {
    // 4 x 4, kernel 3, stride 2, padding 1: windows over rows and columns {-1, 0, 1} and {1, 2, 3}.
    const film = Array.from({ length: 16 }, (_, i) => i / 16);
    const found = await answer(chain(4, [pool('max_pool', 3, 2, 1)]), film);
    expect(found).toEqual([5 / 16, 7 / 16, 13 / 16, 15 / 16]);
  });

  it('refuses a padded max pool of values that may be negative', () => {
    const steps = [{ op: 'affine', scale: 1, shift: -0.5 }, pool('max_pool', 3, 2, 1)];
    expect(() => chain(4, steps)).toThrow(expect.objectContaining({ code: 'not-convertible' }));
  });

  it('pads a convolution with zeros, and puts kernels the right way round', async () => {
    // Kernel 1..9 on a single 1 in the middle of 3 x 3: cross-correlation turns it around.
    const kernel = tensorOf([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const conv = { op: 'conv2d', weight: 'w', bias: 'b', stride: [1, 1], padding: [1, 1] };
    const files = chain(3, [conv], { w: kernel, b: tensorOf([1], [0.5]) });
    expect(await answer(files, [0, 0, 0, 0, 1, 0, 0, 0, 0])).toEqual([
      9.5, 8.5, 7.5, 6.5, 5.5, 4.5, 3.5, 2.5, 1.5,
    ]);
  });

  it('folds batch normalisation: (w x + b - mean) / sqrt(variance + eps) * scale + shift', async () => {
    const files = chain(
      1,
      [
        { op: 'conv2d', weight: 'w', bias: 'b', stride: [1, 1], padding: [0, 0] },
        { op: 'batch_norm', weight: 'g', bias: 's', mean: 'm', variance: 'v', eps: 0.75 },
      ],
      {
        w: tensorOf([2, 1, 1, 1], [3, -1]),
        b: tensorOf([2], [1, 0]),
        g: tensorOf([2], [4, 2]),
        s: tensorOf([2], [0.5, 0]),
        m: tensorOf([2], [2, 1]),
        v: tensorOf([2], [3.25, 0.25]),
      },
    );
    // x = 2: (6 + 1 - 2) / 2 * 4 + 0.5 = 10.5 and (-2 - 1) / 1 * 2 = -6.
    expect(await answer(files, [2])).toEqual([10.5, -6]);
    expect(readModel(files).modelTopology.node.map(({ op }) => op)).not.toContain(
      'FusedBatchNormV3',
    );
  });

  it('upsamples with half-pixel centres and clamped edges', async () => {
    // Centres of 4 pixels over 2: -0.25, 0.25, 0.75, 1.25 in units of the small picture.
    const found = await answer(chain(2, [{ op: 'upsample', scale: 2 }]), [0, 1, 0, 1]);
    expect(found).toEqual([0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1, 0, 0.25, 0.75, 1]);
  });

  it('pools globally, flattens and applies a dense layer', async () => {
    const files = chain(
      2,
      [{ op: 'global_avg_pool' }, { op: 'flatten' }, { op: 'linear', weight: 'w', bias: 'b' }],
      { w: tensorOf([3, 1], [1, 2, 4]), b: tensorOf([3], [0, 0, -1]) },
    );
    expect(await answer(files, [1, 2, 3, 6])).toEqual([3, 6, 11]);
    expect(readModel(files).signature.outputs.logits).toMatchObject({
      dtype: 'DT_FLOAT',
      tensorShape: { dim: [{ size: '-1' }, { size: '3' }] },
    });
  });
});
