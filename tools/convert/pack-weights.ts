import { ConvertError } from './convert-error.ts';
import { FLOAT16_OVERFLOW, toFloat16Bits } from './float16.ts';
import type { Constant } from './graph-writer.ts';
import { quantise } from './int8.ts';

export const PRECISIONS = ['float32', 'float16', 'int8'] as const;

export type Precision = (typeof PRECISIONS)[number];

/**
 * Kernels of fewer weights stay float16 in an int8 model. They are a fiftieth of MA-ResNet50 but make
 * nearly all of what rounding does to its answers, the first convolution above all (decision 0008).
 */
const SMALL_KERNEL = 2 ** 16;

/** One entry of a tfjs weights manifest; int8 is our own (docs/architecture-json.md). */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?: {
    readonly dtype: 'float16' | 'int8';
    readonly original_dtype: 'float32';
  };
}

function toHalves({ name, values }: Constant): Uint16Array {
  if (values.some((value) => Math.abs(value) >= FLOAT16_OVERFLOW)) {
    throw new ConvertError(
      'not-convertible',
      `"${name}" has weights too large for float16.`,
      'Convert with --precision float32.',
    );
  }
  return Uint16Array.from(values, toFloat16Bits);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function encodeKernel(
  constant: Constant & { readonly values: Float32Array },
  precision: 'float16' | 'int8',
): Uint8Array {
  if (precision === 'float16') return bytesOf(toHalves(constant));
  const { scales, steps } = quantise(constant.values, constant.shape.at(-1) as number);
  return Buffer.concat([bytesOf(scales), bytesOf(steps)]);
}

interface Encoded {
  readonly spec: WeightSpec;
  readonly bytes: Uint8Array;
}

/** Kernels take the asked precision; biases and the like, a small share, stay exact. */
function encode(constant: Constant, asked: Precision, smallKernel: number): Encoded {
  const { name, shape, values } = constant;
  if (values instanceof Int32Array) {
    return { spec: { name, shape, dtype: 'int32' }, bytes: bytesOf(values) };
  }
  const spec = { name, shape, dtype: 'float32' } as const;
  if (asked === 'float32' || shape.length < 2) return { spec, bytes: bytesOf(values) };
  const precision = values.length < smallKernel ? 'float16' : asked;
  return {
    spec: { ...spec, quantization: { dtype: precision, original_dtype: 'float32' } },
    bytes: encodeKernel({ ...constant, values }, precision),
  };
}

/**
 * All constants one after another, little-endian as tfjs expects, and what stands where. Int8 is for
 * kernels of at least `smallKernel` weights.
 */
export function packWeights(
  constants: readonly Constant[],
  precision: Precision,
  smallKernel = SMALL_KERNEL,
): { specs: WeightSpec[]; bytes: Uint8Array } {
  const encoded = constants.map((constant) => encode(constant, precision, smallKernel));
  const bytes = Buffer.concat(encoded.map((entry) => entry.bytes));
  return { specs: encoded.map((entry) => entry.spec), bytes };
}
