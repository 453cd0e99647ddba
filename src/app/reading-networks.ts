import type { EngineProgress } from '../models/create-engine.ts';
import type { EngineView } from '../models/engine.ts';
import type { LoadOptions } from '../models/network-files.ts';
import type { StartedEngine } from '../models/started-engine.ts';
import { toProblem } from '../platform/worker-bridge/problem.ts';
import type { ModelsState } from '../platform/worker-bridge/protocol.ts';

type RunningEngine = EngineView &
  Pick<StartedEngine, 'backendDescription' | 'withClassifier' | 'dispose'>;

export interface NetworkParts {
  /** Starts an engine; `classifier` is the folder of its first one, null for the shelf's default. */
  readonly createEngine: (
    classifier: string | null,
    onProgress: (progress: EngineProgress) => void,
  ) => Promise<RunningEngine>;
  readonly tell: (models: ModelsState) => void;
}

/** The engine of the worker, and which of its classifiers reads films. */
export interface ReadingNetworks {
  /** What reads films. It is loaded when first asked for, and again after it failed. */
  reader(): Promise<EngineView>;
  /** The same engine with another classifier, for one reading. */
  other(classifier: string, options: Pick<LoadOptions, 'signal' | 'onBytes'>): Promise<EngineView>;
  /** Has another classifier read films from now on, and begins to load it. */
  choose(classifier: string): void;
  /** Unloads everything: a backend that failed (lost device, full memory) is not used again. */
  drop(): Promise<void>;
}

export function createReadingNetworks({ createEngine, tell }: NetworkParts): ReadingNetworks {
  let chosen: string | null = null;
  let engine: Promise<RunningEngine> | null = null;
  let reading: Promise<EngineView> | null = null;

  async function prepare(tellMine: (models: ModelsState) => void): Promise<EngineView> {
    const told = { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } as const;
    const tellBytes = (loadedBytes: number, totalBytes: number) =>
      tellMine({ ...told, loadedBytes, totalBytes });
    tellMine(told);
    const classifier = chosen;
    engine ??= createEngine(classifier, (progress) => {
      if (progress.phase === 'starting') tellMine({ ...told, startingOn: progress.backend });
      else tellBytes(progress.loadedBytes, progress.totalBytes);
    }).catch((error: unknown) => {
      engine = null;
      throw error;
    });
    const running = await engine;
    const view =
      classifier === null
        ? running
        : await running.withClassifier(classifier, { onBytes: tellBytes });
    const { backendDescription: description, backend } = running;
    tellMine({ status: 'ready', backend, description, classifier: view.classifier.id });
    return view;
  }

  function reader(): Promise<EngineView> {
    if (reading) return reading;
    let mine: Promise<EngineView> | null = null;
    // Whoever chose another classifier in the meantime tells the state from then on.
    const isCurrent = () => mine === null || reading === mine;
    const preparing = prepare((models) => {
      if (isCurrent()) tell(models);
    });
    mine = preparing;
    reading = preparing;
    preparing.catch((error: unknown) => {
      if (!isCurrent()) return;
      reading = null;
      tell({ status: 'failed', problem: toProblem(error) });
    });
    return preparing;
  }

  return {
    reader,
    async other(classifier, options) {
      await reader();
      if (!engine) throw new Error('the networks were unloaded');
      return (await engine).withClassifier(classifier, options);
    },
    choose(classifier) {
      if (classifier === chosen && reading) return;
      chosen = classifier;
      reading = null;
      // A failure is told as the networks' state.
      reader().catch(() => {});
    },
    async drop() {
      const broken = engine;
      engine = null;
      reading = null;
      tell({ status: 'unloaded' });
      (await broken)?.dispose();
    },
  };
}
