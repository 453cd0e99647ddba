import { describe, expect, it } from 'vitest';
import { weightBytes } from '../../../src/models/graph-model-json.ts';
import { convertModel } from '../../../tools/convert/convert-model.ts';
import { finishCard } from '../../../tools/convert/finish-card.ts';
import { convertGolden, readArchitecture, readWeights } from './convert-golden.ts';
import { makeSafetensors, tensorOf } from './make-safetensors.ts';
import { readModel } from './run-model.ts';

const shardsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  readModel(files)
    .weightsManifest.flatMap(({ paths }) => paths)
    .map((path) => files.get(path)?.length ?? 0);

describe('convertModel', () => {
  it('gives the same bytes each time', () => {
    expect(convertGolden('vgg-ma', 'float16')).toEqual(convertGolden('vgg-ma', 'float16'));
  });

  it('stores kernels as halves and the rest exactly, by the tfjs manifest', () => {
    const files = convertGolden('bottleneck-ma', 'float16');
    const model = readModel(files);
    const specs = model.weightsManifest.flatMap(({ weights }) => weights);
    for (const { shape, dtype, quantization } of specs) {
      const half = dtype === 'float32' && shape.length > 1;
      expect(quantization).toEqual(
        half ? { dtype: 'float16', original_dtype: 'float32' } : undefined,
      );
    }
    expect(shardsOf(files).reduce((a, b) => a + b)).toBe(weightBytes(model));
  });

  it('cuts weights into shards of 4 MiB', () => {
    const side = 1200; // 1200 x 1200 float32 are 5.76 MB
    const files = convertModel({
      architecture: {
        schema: 1,
        inputs: [{ name: 'film', size: 1 }],
        nodes: [
          { name: 'many', op: 'concat', inputs: new Array(side).fill('film') },
          {
            name: 'conv',
            op: 'conv2d',
            inputs: ['many'],
            weight: 'w',
            bias: null,
            stride: [1, 1],
            padding: [0, 0],
          },
        ],
        outputs: { logits: 'conv' },
      },
      weights: makeSafetensors({
        w: { shape: [side, side, 1, 1], data: new Float32Array(side * side) },
      }),
      precision: 'float32',
    });
    // The kernel, 1200 biases, and the axis of the concatenation.
    expect(shardsOf(files)).toEqual([4194304, side * side * 4 + side * 4 + 4 - 4194304]);
  });

  it('refuses weights that do not belong to the architecture', () => {
    const convert = (weights: Uint8Array) => () =>
      convertModel({ architecture: readArchitecture('vgg-ma'), weights, precision: 'float32' });
    expect(convert(readWeights('resunet'))).toThrow(/is missing/);
    expect(convert(readWeights('resunet'))).toThrow(
      expect.objectContaining({ code: 'weights-mismatch' }),
    );
    const architecture = {
      schema: 1,
      inputs: [{ name: 'film', size: 2 }],
      nodes: [
        { name: 'pool', op: 'global_avg_pool', inputs: ['film'] },
        { name: 'flat', op: 'flatten', inputs: ['pool'] },
        { name: 'fc', op: 'linear', inputs: ['flat'], weight: 'w', bias: 'b' },
      ],
      outputs: { logits: 'fc' },
    };
    const linear = (w: number[], b: number[], values: number) => () =>
      convertModel({
        architecture,
        weights: makeSafetensors({
          w: tensorOf(w, new Array(w.reduce((x, y) => x * y)).fill(values)),
          b: tensorOf(b, new Array(b[0]).fill(0)),
        }),
        precision: 'float16',
      });
    expect(linear([5, 1], [4], 0)).toThrow(/"b" is \[4\], not \[5\]/);
    expect(linear([5, 2], [5], 0)).toThrow(/1 values for 2/);
    expect(linear([5, 1], [5], Number.NaN)).toThrow(/no numbers/);
    expect(linear([5, 1], [5], 1e5)).toThrow(/too large for float16/);
  });
});

describe('finishCard', () => {
  it('refuses a draft that is no card, and names the fields', () => {
    expect(() => finishCard(null, 'float16', new Map())).toThrow(/not an object/);
    expect(() => finishCard({ kind: 'segmenter' }, 'float16', new Map())).toThrow(/title/);
  });
});
