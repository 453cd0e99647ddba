import { loadClassifier } from './classifier.ts';
import type { BackendName } from './engine.ts';
import { ModelError } from './model-error.ts';
import { MODEL_FOLDERS } from './model-folders.ts';
import type { ModelSource } from './model-source.ts';
import { type BothNetworks, loadNetworks } from './network-files.ts';
import { loadSegmenter } from './segmenter.ts';
import { testClassifier, testSegmenter } from './self-test.ts';
import { type BackendSettings, startBackend } from './start-backend.ts';
import {
  createStartedEngine,
  type RejectedBackend,
  type StartedEngine,
  type StartedNetworks,
} from './started-engine.ts';

/** Fastest first. */
const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/**
 * A warm segmentation takes some 1.2 s on WebAssembly with two threads; a "GPU" that needs longer
 * is emulated in a way that its name does not tell, or too weak.
 */
const SLOWEST_GPU_MS = 2000;

export type EngineProgress =
  | { readonly phase: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'starting'; readonly backend: BackendName };

export interface EngineOptions extends Partial<BackendSettings> {
  readonly source: ModelSource;
  readonly folders?: { readonly segmenter: string; readonly classifier: string };
  /** One backend and no other, a software GPU included; or the fastest that works (default). */
  readonly preferred?: BackendName | 'auto';
  /** False leaves out the check against PyTorch's answers; for tests that compare by themselves. */
  readonly selfTest?: boolean;
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

/** Runs both networks once, which also warms them up. Rejects with the reason against the backend. */
async function prove(
  backend: BackendName,
  { segmenter, classifier }: StartedNetworks,
  networks: BothNetworks,
  { allowSoftware }: BackendSettings,
): Promise<void> {
  await testSegmenter(segmenter, networks.segmenter.card);
  await testClassifier(classifier, networks.classifier.card);
  if ((backend !== 'webgpu' && backend !== 'webgl') || allowSoftware) return;
  const began = performance.now();
  await testSegmenter(segmenter, networks.segmenter.card);
  const tookMs = performance.now() - began;
  if (tookMs > SLOWEST_GPU_MS) throw new Error(`too slow: ${Math.round(tookMs)} ms a film`);
}

async function start(
  backend: BackendName,
  networks: BothNetworks,
  settings: BackendSettings,
  selfTest: boolean,
): Promise<StartedNetworks> {
  const running = await startBackend(backend, settings);
  const loaded: { dispose(): void }[] = [];
  try {
    const segmenter = loadSegmenter(networks.segmenter);
    loaded.push(segmenter);
    const classifier = loadClassifier(networks.classifier);
    loaded.push(classifier);
    const started = { running, segmenter, classifier };
    if (selfTest) await prove(backend, started, networks, settings);
    return started;
  } catch (error) {
    for (const model of loaded) model.dispose();
    running.stop();
    throw error;
  }
}

/**
 * Loads and verifies both networks and starts them on the fastest backend that is no emulated GPU
 * and gives PyTorch's answers. tfjs has one current backend, so only one engine may live at a time.
 * Throws ModelError, CardError, or the signal's reason.
 */
export async function createEngine(options: EngineOptions): Promise<StartedEngine> {
  const { source, preferred = 'auto', selfTest = true, onProgress, signal } = options;
  const settings = {
    allowSoftware: options.allowSoftware ?? preferred !== 'auto',
    wasmPaths: options.wasmPaths,
    threads: options.threads,
  };
  const networks = await loadNetworks({
    source,
    folders: options.folders ?? MODEL_FOLDERS,
    signal,
    onBytes: (loadedBytes, totalBytes) =>
      onProgress?.({ phase: 'downloading', loadedBytes, totalBytes }),
  });
  const cards = { segmenter: networks.segmenter.card, classifier: networks.classifier.card };
  const rejected: RejectedBackend[] = [];
  for (const backend of preferred === 'auto' ? BACKENDS : [preferred]) {
    signal?.throwIfAborted();
    onProgress?.({ phase: 'starting', backend });
    try {
      const started = await start(backend, networks, settings, selfTest);
      return createStartedEngine({ backend, ...started, cards, rejected, source, selfTest });
    } catch (error) {
      rejected.push({ backend, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const reasons = rejected.map(({ backend, reason }) => `${backend}: ${reason}`).join('; ');
  throw new ModelError(
    'no-backend',
    `No way to run the networks works here (${reasons}).`,
    'Use a current version of Chrome, Edge, Firefox or Safari.',
  );
}
