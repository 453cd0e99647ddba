import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from './engine.ts';
import { type GpuPolicy, probeWebGl, probeWebGpu } from './probe-gpu.ts';
import { defaultThreads, withThreads } from './wasm-threads.ts';
import { watchDevice } from './watch-device.ts';

/** URLs of the WebAssembly files by name. Node finds them by itself. */
export type WasmPaths = Readonly<
  Record<
    | 'tfjs-backend-wasm.wasm'
    | 'tfjs-backend-wasm-simd.wasm'
    | 'tfjs-backend-wasm-threaded-simd.wasm',
    string
  >
>;

export interface BackendSettings extends GpuPolicy {
  readonly wasmPaths?: WasmPaths | undefined;
  /** Threads of WebAssembly, on isolated pages; half the cores but two at least unless told. */
  readonly threads?: number | undefined;
}

/** A backend that is now tfjs's current one. */
export interface RunningBackend {
  /** GPU, or number of threads. */
  readonly description: string;
  /** Resolves with the reason when the device is gone; the backend must then be stopped. */
  readonly lost: Promise<string>;
  /** Frees all its memory and threads; it can be started again. */
  stop(): void;
}

/** How to switch to a backend and, once it runs, what to say of it. */
interface Prepared {
  start(): Promise<boolean>;
  describe(): string;
}

async function prepareWasm({ wasmPaths, threads }: BackendSettings): Promise<Prepared> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  if (wasmPaths) wasm.setWasmPaths(wasmPaths);
  const start = () => tf.setBackend('wasm');
  // Without isolation there are no threads; nor under Node, see tfjs issue 3830.
  const wanted = globalThis.crossOriginIsolated
    ? (threads ?? defaultThreads(navigator.hardwareConcurrency))
    : 1;
  wasm.setThreadsCount(wanted);
  return {
    start: wanted > 1 ? () => withThreads(wanted, start) : start,
    describe: () =>
      wasm.getThreadsCount() === 1 ? '1 thread' : `${wasm.getThreadsCount()} threads`,
  };
}

async function prepare(name: BackendName, settings: BackendSettings): Promise<Prepared> {
  const start = () => tf.setBackend(name);
  switch (name) {
    case 'webgpu': {
      const adapter = await probeWebGpu(settings);
      await import('@tensorflow/tfjs-backend-webgpu');
      return { start, describe: () => adapter };
    }
    case 'webgl': {
      const renderer = probeWebGl(settings);
      await import('@tensorflow/tfjs-backend-webgl');
      return { start, describe: () => renderer };
    }
    case 'wasm':
      return prepareWasm(settings);
    case 'cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      return { start, describe: () => 'plain JavaScript' };
  }
}

function stop(name: BackendName): void {
  const factory = tf.findBackendFactory(name);
  tf.removeBackend(name);
  // Without its factory the backend could never be started again.
  if (factory) tf.registerBackend(name, factory);
}

/**
 * Makes a backend tfjs's current one, or rejects with the reason against it, or with the signal's where
 * it came too late to be used.
 */
export async function startBackend(
  name: BackendName,
  settings: BackendSettings,
  signal?: AbortSignal,
): Promise<RunningBackend> {
  tf.enableProdMode();
  const prepared = await prepare(name, settings);
  signal?.throwIfAborted();
  if (!(await prepared.start())) throw new Error('did not start');
  return {
    description: prepared.describe(),
    lost: watchDevice(name),
    stop: () => stop(name),
  };
}
