import { storedBytes, type WeightSpec } from './graph-model-json.ts';

/** Weights as tfjs takes them: what its manifest says, and one buffer for each tensor. */
export interface DecodedWeights {
  readonly specs: readonly WeightSpec[];
  readonly data: readonly ArrayBuffer[];
}

function join(shards: readonly ArrayBuffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(shards.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const shard of shards) {
    bytes.set(new Uint8Array(shard), at);
    at += shard.byteLength;
  }
  return bytes;
}

/** One float32 scale per output channel (the last axis), then the int8 steps; nothing is aligned. */
function dequantise(stored: Uint8Array<ArrayBuffer>, channels: number): ArrayBuffer {
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const scales = Float32Array.from({ length: channels }, (_, c) => view.getFloat32(4 * c, true));
  const steps = new Int8Array(stored.buffer, stored.byteOffset + 4 * channels);
  const count = stored.byteLength - 4 * channels;
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    values[i] = (steps[i] as number) * (scales[i % channels] as number);
  }
  return values.buffer;
}

/**
 * Turns int8 tensors into float32 ones (docs/architecture-json.md), since tfjs's own quantization
 * has one scale per tensor only. Whatever else there is stays as it is stored.
 */
export function decodeWeights(
  specs: readonly WeightSpec[],
  shards: readonly ArrayBuffer[],
): DecodedWeights {
  if (!specs.some(({ quantization }) => quantization?.dtype === 'int8')) {
    return { specs, data: shards };
  }
  const bytes = join(shards);
  let at = 0;
  const data = specs.map((spec) => {
    const stored = bytes.subarray(at, at + storedBytes(spec));
    at += stored.byteLength;
    return spec.quantization?.dtype === 'int8'
      ? dequantise(stored, spec.shape.at(-1) as number)
      : stored.slice().buffer;
  });
  const exact = specs.map((spec) => {
    if (spec.quantization?.dtype !== 'int8') return spec;
    const { quantization: _, ...rest } = spec;
    return rest as WeightSpec;
  });
  return { specs: exact, data };
}
