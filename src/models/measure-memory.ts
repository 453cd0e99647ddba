import * as tf from '@tensorflow/tfjs-core';

/** What the networks' runtime holds, for tests that watch it over many films. */
export interface RuntimeMemory {
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Size of WebAssembly's memory, which never shrinks; null on other backends. */
  readonly wasmHeapBytes: number | null;
  /** Bytes of buffers or textures; null on backends without a GPU. */
  readonly gpuBytes: number | null;
}

/**
 * tfjs's own figures and those of its current backend. Where no backend runs the counts are still
 * known; tf.memory() would throw there, for it asks the backend first.
 */
export function measureMemory(): RuntimeMemory {
  const { numTensors, numBytes } = tf.engine().state;
  const running = tf.getBackend() ? (tf.backend() as { wasm?: { HEAPU8?: Uint8Array } }) : null;
  const { numBytesInGPU } = (running ? tf.memory() : {}) as { numBytesInGPU?: number };
  return {
    tensors: numTensors,
    tensorBytes: numBytes,
    wasmHeapBytes: running?.wasm?.HEAPU8?.buffer.byteLength ?? null,
    gpuBytes: numBytesInGPU ?? null,
  };
}
