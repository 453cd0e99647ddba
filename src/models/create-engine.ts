import { BackendRefusal } from './backend-refusal.ts';
import type { BackendTrial, TrialLog } from './backend-trial.ts';
import { loadClassifier } from './classifier.ts';
import type { BackendName } from './engine.ts';
import { guardDevice } from './guard-device.ts';
import { logitsNetwork } from './logits-network.ts';
import { ModelError } from './model-error.ts';
import { MODEL_FOLDERS } from './model-folders.ts';
import type { ModelSource } from './model-source.ts';
import { type AllNetworks, loadNetworks, type NetworkFolders } from './network-files.ts';
import { proveBackend } from './prove-backend.ts';
import { type BackendSettings, type RunningBackend, startBackend } from './start-backend.ts';
import { createStartedEngine, type StartedEngine, type StartedNetworks } from './started-engine.ts';

/** Fastest first. */
const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

export type EngineProgress =
  | { readonly phase: 'downloading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'starting'; readonly backend: BackendName };

export interface EngineOptions extends Partial<BackendSettings> {
  readonly source: ModelSource;
  readonly folders?: NetworkFolders;
  /** One backend and no other, a software GPU included; or the fastest that works (default). */
  readonly preferred?: BackendName | 'auto';
  /** Tried before the others, a software GPU included. */
  readonly first?: BackendName | null;
  /** Backends that are not tried, with the reason. */
  readonly skip?: ReadonlyMap<BackendName, string>;
  /** False leaves out the check against PyTorch's answers; for tests that compare by themselves. */
  readonly selfTest?: boolean;
  /** Where passed self-tests are remembered. */
  readonly log?: TrialLog | undefined;
  readonly onProgress?: (progress: EngineProgress) => void;
  readonly signal?: AbortSignal;
}

interface StartOptions {
  readonly settings: BackendSettings;
  readonly selfTest: boolean;
  readonly log: TrialLog | undefined;
  readonly signal: AbortSignal | undefined;
}

type Began = StartedNetworks & { readonly trial: BackendTrial };

const NEVER = new Promise<never>(() => {});

/** A device may hang as it is started too; where it wakes up later it finds that it is not wanted. */
async function startOrGiveUp(
  backend: BackendName,
  { settings, signal }: StartOptions,
): Promise<RunningBackend> {
  const given = new AbortController();
  const run = () => startBackend(backend, settings, given.signal);
  try {
    return await guardDevice(backend, NEVER)(run, signal);
  } catch (error) {
    given.abort(error);
    throw error;
  }
}

async function start(
  backend: BackendName,
  networks: AllNetworks,
  options: StartOptions,
): Promise<Began> {
  const { settings, selfTest, log, signal } = options;
  const running = await startOrGiveUp(backend, options);
  const { description } = running;
  const loaded: { dispose(): void }[] = [];
  const keep = <N extends { dispose(): void }>(network: N): N => {
    loaded.push(network);
    return network;
  };
  try {
    const started = {
      running,
      guard: guardDevice(backend, running.lost),
      segmenter: keep(logitsNetwork(networks.segmenter)),
      classifier: keep(loadClassifier(networks.classifier)),
      filmChecker: networks.filmCheck && keep(logitsNetwork(networks.filmCheck)),
    };
    const proof = selfTest
      ? await proveBackend(backend, started, networks, {
          allowSlow: settings.allowSoftware,
          log,
          signal,
        })
      : null;
    const trial: BackendTrial = {
      backend,
      state: 'used',
      description,
      reason: null,
      refusal: null,
      selfTest: proof?.selfTest ?? null,
      testedAt: proof?.testedAt ?? null,
    };
    return { ...started, trial };
  } catch (error) {
    for (const model of loaded) model.dispose();
    running.stop();
    throw error;
  }
}

function refused(backend: BackendName, error: unknown): BackendTrial {
  return {
    backend,
    state: error instanceof BackendRefusal ? error.kind : 'failed',
    description: null,
    reason: error instanceof Error ? error.message : String(error),
    refusal: error instanceof BackendRefusal ? error.refusal : null,
    selfTest: null,
    testedAt: null,
  };
}

const notNeeded = (backend: BackendName): BackendTrial => ({
  ...refused(backend, ''),
  state: 'not-needed',
  reason: null,
});

/** In which order backends are tried. */
function orderOf({ preferred = 'auto', first = null }: EngineOptions): readonly BackendName[] {
  if (preferred !== 'auto') return [preferred];
  return first === null ? BACKENDS : [first, ...BACKENDS.filter((name) => name !== first)];
}

/**
 * Loads and verifies the networks and starts them on the fastest backend that is no emulated GPU
 * and gives PyTorch's answers. tfjs has one current backend, so only one engine may live at a time.
 * Throws ModelError, CardError, or the signal's reason.
 */
export async function createEngine(options: EngineOptions): Promise<StartedEngine> {
  const { source, preferred = 'auto', first = null, selfTest = true, onProgress, signal } = options;
  const networks = await loadNetworks({
    source,
    folders: options.folders ?? MODEL_FOLDERS,
    signal,
    onBytes: (loadedBytes, totalBytes) =>
      onProgress?.({ phase: 'downloading', loadedBytes, totalBytes }),
  });
  const cards = {
    segmenter: networks.segmenter.card,
    classifier: networks.classifier.card,
    filmCheck: networks.filmCheck?.card ?? null,
  };
  const order = orderOf(options);
  const trials: BackendTrial[] = [];
  for (const [index, backend] of order.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ phase: 'starting', backend });
    const asked = preferred !== 'auto' || backend === first;
    const settings = {
      allowSoftware: options.allowSoftware ?? asked,
      wasmPaths: options.wasmPaths,
      threads: options.threads,
    };
    try {
      const skipped = options.skip?.get(backend);
      if (skipped !== undefined) throw new Error(skipped);
      const { trial, ...started } = await start(backend, networks, {
        settings,
        selfTest,
        log: options.log,
        signal,
      });
      const rejected = trials.map(({ reason, ...one }) => ({
        backend: one.backend,
        reason: reason ?? '',
      }));
      const rest = order.slice(index + 1).map(notNeeded);
      return createStartedEngine({
        ...started,
        backend,
        cards,
        rejected,
        trials: [...trials, trial, ...rest],
        source,
        selfTest,
      });
    } catch (error) {
      signal?.throwIfAborted();
      trials.push(refused(backend, error));
    }
  }
  const reasons = trials.map(({ backend, reason }) => `${backend}: ${reason}`).join('; ');
  throw new ModelError(
    'no-backend',
    `No way to run the networks works here (${reasons}).`,
    'Use a current version of Chrome, Edge, Firefox or Safari.',
  );
}
