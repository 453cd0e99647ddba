import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWeights } from '../../../src/models/dequantise.ts';
import { storedBytes, type WeightSpec, weightBytes } from '../../../src/models/graph-model-json.ts';
import { convertModel } from '../../../tools/convert/convert-model.ts';
import type { Constant } from '../../../tools/convert/graph-writer.ts';
import { quantise } from '../../../tools/convert/int8.ts';
import { packWeights } from '../../../tools/convert/pack-weights.ts';
import { convertGolden, readArchitecture, readWeights } from './convert-golden.ts';
import { readModel } from './run-model.ts';

/** Packs and unpacks; the bytes are cut into shards of `shardBytes`, as files are. */
function roundTrip(constants: readonly Constant[], shardBytes: number): Float32Array[] {
  const { specs, bytes } = packWeights(constants, 'int8', 0);
  const shards = Array.from(
    { length: Math.ceil(bytes.length / shardBytes) },
    (_, i) => new Uint8Array(bytes.subarray(i * shardBytes, (i + 1) * shardBytes)).buffer,
  );
  const decoded = decodeWeights(specs as WeightSpec[], shards);
  expect(decoded.specs.every(({ quantization }) => quantization === undefined)).toBe(true);
  return decoded.data.map((buffer) => new Float32Array(buffer));
}

const kernel = (shape: number[], values: number[]): Constant => ({
  name: `kernel ${shape}`,
  shape,
  values: Float32Array.from(values),
});

/** Weights of any size down to the smallest numbers, some channels all zero. */
const kernels = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, channels]) =>
    fc
      .array(
        fc.oneof(
          // Below the largest float32 by so much that rounding a scale up cannot reach beyond it.
          fc.float({ min: -(2 ** 127), max: 2 ** 127, noNaN: true }),
          fc.float({ min: -2, max: 2, noNaN: true }),
          fc.constant(0),
        ),
        { minLength: rows * channels, maxLength: rows * channels },
      )
      .map((values) => kernel([rows, channels], values)),
  );

describe('int8 weights', () => {
  it('come back within half a scale of their channel, and biases exactly', () => {
    fc.assert(
      fc.property(fc.array(kernels, { minLength: 1, maxLength: 4 }), (some) => {
        const bias: Constant = { name: 'bias', shape: [3], values: Float32Array.of(0.1, -7, 1e9) };
        const axis: Constant = { name: 'axis', shape: [], values: Int32Array.of(3) };
        const constants = [axis, ...some, bias];
        const found = roundTrip(constants, 7);
        expect(found.at(-1)).toEqual(bias.values);
        some.forEach(({ shape, values }, k) => {
          const channels = shape[1] as number;
          const { scales } = quantise(values as Float32Array, channels);
          values.forEach((value, i) => {
            const scale = scales[i % channels] as number;
            // Half a step, and the rounding of up to 127 steps times the scale to 24 bits. A channel
            // whose scale would be below the smallest normal number becomes zero.
            const bound = scale === 0 ? 127 * 2 ** -126 : (0.5 + 127 * 2 ** -24) * scale;
            const off = Math.abs((found[k + 1]?.[i] as number) - value);
            expect(off).toBeLessThanOrEqual(bound);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  it('lie in the file as the documentation says', () => {
    // Channels (columns) with largest weights 254 and 63.5: scales 2 and 0.5.
    // 254 / 2 = 127, -63.5 / 0.5 = -127, -3 / 2 = -1.5 (rounds up to -1), 10.3 / 0.5 = 20.6 (21).
    const { specs, bytes } = packWeights([kernel([2, 2], [254, -63.5, -3, 10.3])], 'int8', 0);
    expect(specs).toEqual([
      {
        name: 'kernel 2,2',
        shape: [2, 2],
        dtype: 'float32',
        quantization: { dtype: 'int8', original_dtype: 'float32' },
      },
    ]);
    // 2 and 0.5 as little-endian IEEE singles: 0x40000000 and 0x3f000000.
    expect([...bytes]).toEqual([0, 0, 0, 0x40, 0, 0, 0, 0x3f, 127, 129, 255, 21]);
    expect([...(roundTrip([kernel([2, 2], [254, -63.5, -3, 10.3])], 100)[0] ?? [])]).toEqual([
      254, -63.5, -2, 10.5,
    ]);
  });

  it('keep a channel of zeros, beside one that is not', () => {
    const [found] = roundTrip([kernel([2, 2], [0, 1, 0, -0.25])], 100);
    expect(found?.[0]).toBe(0);
    expect(found?.[2]).toBe(0);
    expect(found?.[1]).toBeCloseTo(1, 6);
  });

  it('are for large kernels: small ones stay float16, in the same file', () => {
    const small = kernel([1, 2], [0.1, -3]);
    const large = kernel([2, 2], [254, -63.5, -3, 10.3]);
    const { specs, bytes } = packWeights([small, large], 'int8', 4);
    expect(specs.map(({ quantization }) => quantization?.dtype)).toEqual(['float16', 'int8']);
    // 0.1 and -3 as IEEE halves: 0x2e66 (0.0999755859375) and 0xc200.
    expect([...bytes.subarray(0, 4)]).toEqual([0x66, 0x2e, 0x00, 0xc2]);
    const { specs: decoded, data } = decodeWeights(specs as WeightSpec[], [
      new Uint8Array(bytes).buffer,
    ]);
    expect(decoded.map(({ quantization }) => quantization?.dtype)).toEqual(['float16', undefined]);
    expect([...new Uint8Array(data[0] as ArrayBuffer)]).toEqual([0x66, 0x2e, 0x00, 0xc2]);
    expect([...new Float32Array(data[1] as ArrayBuffer)]).toEqual([254, -63.5, -2, 10.5]);
  });

  it('leave a network of small kernels alone', () => {
    const exported = {
      architecture: readArchitecture('bottleneck-ma'),
      weights: readWeights('bottleneck-ma'),
    };
    const int8 = convertModel({ ...exported, precision: 'int8' });
    expect(int8).toEqual(convertModel({ ...exported, precision: 'float16' }));
  });

  it('fill the files to the byte that the download is counted by', () => {
    const files = convertGolden('bottleneck-ma', 'int8');
    const model = readModel(files);
    const shards = model.weightsManifest.flatMap(({ paths }) => paths);
    const size = shards.reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0);
    expect(weightBytes(model)).toBe(size);
    const spec = (shape: number[], dtype?: 'float16' | 'int8') =>
      ({
        name: 'w',
        shape,
        dtype: 'float32',
        ...(dtype && { quantization: { dtype, original_dtype: 'float32' } }),
      }) as WeightSpec;
    // 3 * 3 * 2 * 5 = 90 weights in 5 channels.
    expect(storedBytes(spec([3, 3, 2, 5]))).toBe(360);
    expect(storedBytes(spec([3, 3, 2, 5], 'float16'))).toBe(180);
    expect(storedBytes(spec([3, 3, 2, 5], 'int8'))).toBe(90 + 20);
  });

  it('are a quarter of float32 ones', () => {
    const bytes = (precision: 'float32' | 'int8') =>
      weightBytes(readModel(convertGolden('bottleneck-plain', precision)));
    expect(bytes('int8') / bytes('float32')).toBeLessThan(0.3);
  });
});

it('weights of other precisions go to tfjs as they are stored', () => {
  const { specs, bytes } = packWeights([kernel([1, 2], [1, 2])], 'float16');
  const shards = [new Uint8Array(bytes).buffer];
  const decoded = decodeWeights(specs as WeightSpec[], shards);
  expect(decoded.specs).toBe(specs);
  expect(decoded.data).toBe(shards);
});
