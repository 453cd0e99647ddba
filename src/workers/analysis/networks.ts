import { inEnglish } from '../../errors/english.ts';
import { toProblem } from '../../errors/problem.ts';
import type { EngineProgress } from '../../models/create-engine.ts';
import type { BackendName, EngineView } from '../../models/engine.ts';
import { ModelError } from '../../models/model-error.ts';
import type { LoadOptions } from '../../models/network-files.ts';
import type { StartedEngine } from '../../models/started-engine.ts';
import type { ModelsState } from './protocol.ts';

type RunningEngine = EngineView &
  Pick<StartedEngine, 'backendDescription' | 'trials' | 'withClassifier' | 'dispose'>;

/** Which backends an engine may start on. */
interface BackendPolicy {
  /** Tried before the others; null for the usual order. */
  readonly first: BackendName | null;
  /** Not tried, because they failed over films; with the reason. */
  readonly skip: ReadonlyMap<BackendName, string>;
}

export interface NetworkParts {
  /**
   * Starts an engine; `classifier` is the folder of its first one, null for the shelf's default. Rejects
   * with the signal's reason as soon as it is told, whatever a device does.
   */
  readonly createEngine: (
    classifier: string | null,
    onProgress: (progress: EngineProgress) => void,
    policy: BackendPolicy,
    signal: AbortSignal,
  ) => Promise<RunningEngine>;
  /** Forgets remembered self-tests. */
  readonly forgetTrials: () => Promise<void>;
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
  /**
   * Unloads everything after a failure (lost device, full memory). The backend is started anew, or,
   * where it is given up, not used again.
   */
  drop(givenUp?: { readonly backend: BackendName; readonly reason: string } | null): Promise<void>;
  /** Starts again with another backend tried first, those given up included. */
  use(first: BackendName | null): void;
  /** Starts again with every self-test, backends given up included. */
  testAgain(): void;
}

export function createReadingNetworks(parts: NetworkParts): ReadingNetworks {
  const { tell } = parts;
  let first: BackendName | null = null;
  const skip = new Map<BackendName, string>();
  let chosen: string | null = null;
  let engine: Promise<RunningEngine> | null = null;
  let reading: Promise<EngineView> | null = null;
  /** Stops the engine that is being started. */
  let controller = new AbortController();
  /** Done when the last engine that was dropped is gone. */
  let leaving: Promise<void> = Promise.resolve();

  /** Lets go of the engine, and tells so; it goes as soon as it can. */
  function letGo(): Promise<void> {
    const old = engine;
    engine = null;
    reading = null;
    tell({ status: 'unloaded' });
    // One that hangs as it is started would never go by itself.
    controller.abort(new ModelError(...inEnglish({ code: 'disposed' })));
    controller = new AbortController();
    const gone = leaving.then(async () => (await old?.catch(() => null))?.dispose());
    leaving = gone;
    return gone;
  }

  function startAgain(): void {
    skip.clear();
    letGo();
    // A failure is told as the networks' state.
    reader().catch(() => {});
  }

  async function prepare(tellMine: (models: ModelsState) => void): Promise<EngineView> {
    const told = { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } as const;
    const tellBytes = (loadedBytes: number, totalBytes: number) =>
      tellMine({ ...told, loadedBytes, totalBytes });
    tellMine(told);
    const classifier = chosen;
    engine ??= start(classifier, (progress) => {
      if (progress.phase === 'starting') tellMine({ ...told, startingOn: progress.backend });
      else tellBytes(progress.loadedBytes, progress.totalBytes);
    });
    const running = await engine;
    const view =
      classifier === null
        ? running
        : await running.withClassifier(classifier, { onBytes: tellBytes });
    const { backendDescription: description, backend, trials } = running;
    tellMine({ status: 'ready', backend, description, classifier: view.classifier.id, trials });
    return view;
  }

  /** The engine of before is gone when this begins: tfjs has one current backend. */
  function start(
    classifier: string | null,
    onProgress: (progress: EngineProgress) => void,
  ): Promise<RunningEngine> {
    const { signal } = controller;
    const starting: Promise<RunningEngine> = leaving
      .then(() =>
        parts.createEngine(classifier, onProgress, { first, skip: new Map(skip) }, signal),
      )
      .catch((error: unknown) => {
        if (engine === starting) engine = null;
        throw error;
      });
    return starting;
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
      if (!engine) throw new ModelError(...inEnglish({ code: 'disposed' }));
      return (await engine).withClassifier(classifier, options);
    },
    choose(classifier) {
      if (classifier === chosen && reading) return;
      chosen = classifier;
      reading = null;
      // A failure is told as the networks' state.
      reader().catch(() => {});
    },
    async drop(givenUp = null) {
      if (givenUp) skip.set(givenUp.backend, givenUp.reason);
      await letGo();
    },
    use(backend) {
      if (backend === first && engine) return;
      first = backend;
      if (engine) startAgain();
    },
    testAgain() {
      leaving = leaving.then(() => parts.forgetTrials());
      startAgain();
    },
  };
}
