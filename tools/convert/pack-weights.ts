import { ConvertError } from './convert-error.ts';
import { FLOAT16_OVERFLOW, toFloat16Bits } from './float16.ts';
import type { Constant } from './graph-writer.ts';

export type Precision = 'float16' | 'float32';

/** One entry of a tfjs weights manifest. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly quantization?: { readonly dtype: 'float16'; readonly original_dtype: 'float32' };
}

const HALF: NonNullable<WeightSpec['quantization']> = {
  dtype: 'float16',
  original_dtype: 'float32',
};

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

/** Kernels take the asked precision; biases and the like, a small share, stay exact. */
function encode(constant: Constant, precision: Precision): { spec: WeightSpec; bytes: Uint8Array } {
  const { name, shape, values } = constant;
  const asHalves = precision === 'float16' && values instanceof Float32Array && shape.length > 1;
  const stored = asHalves ? toHalves(constant) : values;
  const dtype = values instanceof Float32Array ? 'float32' : 'int32';
  const spec = { name, shape, dtype, ...(asHalves ? { quantization: HALF } : {}) } as const;
  return { spec, bytes: new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength) };
}

/** All constants one after another, little-endian as tfjs expects, and what stands where. */
export function packWeights(
  constants: readonly Constant[],
  precision: Precision,
): { specs: WeightSpec[]; bytes: Uint8Array } {
  const encoded = constants.map((constant) => encode(constant, precision));
  const bytes = Buffer.concat(encoded.map((entry) => entry.bytes));
  return { specs: encoded.map((entry) => entry.spec), bytes };
}
