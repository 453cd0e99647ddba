import * as tf from '@tensorflow/tfjs';

/** What the networks' runtime holds, for tests that watch it over many films. */
export interface RuntimeMemory {
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Size of WebAssembly's memory, which never shrinks; null on other backends. */
  readonly wasmHeapBytes: number | null;
  /** Bytes of buffers or textures; null on backends without a GPU. */
  readonly gpuBytes: number | null;
}

/** tfjs's own figures (tf.memory) and those of its current backend. */
export function measureMemory(): RuntimeMemory {
  const { numTensors, numBytes, ...rest } = tf.memory();
  const backend = tf.getBackend() ? (tf.backend() as { wasm?: { HEAPU8?: Uint8Array } }) : {};
  const { numBytesInGPU } = rest as { numBytesInGPU?: number };
  return {
    tensors: numTensors,
    tensorBytes: numBytes,
    wasmHeapBytes: backend.wasm?.HEAPU8?.buffer.byteLength ?? null,
    gpuBytes: numBytesInGPU ?? null,
  };
}
