import { CodedError } from '../imaging/coded-error.ts';
import type { Film } from '../imaging/film.ts';
import type { EngineProgress } from '../models/create-engine.ts';
import type { Engine } from '../models/engine.ts';
import { RefusedError } from '../pipeline/errors.ts';
import type { Progress } from '../pipeline/progress.ts';
import type { Study } from '../pipeline/study.ts';
import { toProblem } from '../platform/worker-bridge/problem.ts';
import type {
  FilmSource,
  FromWorker,
  ModelsState,
  RunEnd,
  ToWorker,
} from '../platform/worker-bridge/protocol.ts';
import type { ShownFilm } from '../platform/worker-bridge/shown-film.ts';

type ReadyEngine = Engine & { readonly backendDescription: string };

export interface ServiceParts {
  /** Bytes -> film; rejects with a CodedError. */
  readonly decode: (bytes: Uint8Array, name: string) => Promise<Film>;
  readonly drawDemo: (name: string) => Film;
  readonly show: (film: Film) => ShownFilm;
  readonly createEngine: (
    modelsUrl: string,
    onProgress: (progress: EngineProgress) => void,
  ) => Promise<ReadyEngine>;
  readonly analyse: (
    film: Film,
    engine: Engine,
    options: { signal: AbortSignal; onProgress: (progress: Progress) => void },
  ) => Promise<Study>;
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
}

class UnreadableFileError extends CodedError<'unreadable-file'> {}

async function readBytes(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new UnreadableFileError(
      'unreadable-file',
      'The file cannot be read any more.',
      'It may have been moved, changed or deleted, or its drive taken away. Choose it again.',
      { cause },
    );
  }
}

/** The worker's side of the bridge: returns what handles each message from the page. */
export function createAnalysisService(parts: ServiceParts): (message: ToWorker) => void {
  let modelsUrl = '';
  let engine: Promise<ReadyEngine> | null = null;
  /** Runs go one after another, so that an aborted one that still computes delays the next. */
  let last: Promise<void> = Promise.resolve();
  const controllers = new Map<number, AbortController>();

  const tellModels = (models: ModelsState) => parts.post({ type: 'models', models }, []);

  function loadEngine(): Promise<ReadyEngine> {
    if (engine) return engine;
    const told = { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } as const;
    tellModels(told);
    const loading = parts.createEngine(modelsUrl, (progress) => {
      if (progress.phase === 'starting') tellModels({ ...told, startingOn: progress.backend });
      else
        tellModels({ ...told, loadedBytes: progress.loadedBytes, totalBytes: progress.totalBytes });
    });
    engine = loading;
    loading.then(
      ({ backend, backendDescription }) =>
        tellModels({ status: 'ready', backend, description: backendDescription }),
      (error: unknown) => {
        engine = null;
        tellModels({ status: 'failed', problem: toProblem(error) });
      },
    );
    return loading;
  }

  /** A backend that failed in the middle (lost device, full memory) is not used again. */
  function dropEngine(broken: Engine): void {
    engine = null;
    tellModels({ status: 'unloaded' });
    broken.dispose();
  }

  async function readFilm(source: FilmSource): Promise<Film> {
    if (source.kind === 'demo') return parts.drawDemo(source.name);
    return parts.decode(await readBytes(source.blob), source.name);
  }

  async function analyseWith(running: Engine, film: Film, runId: number, signal: AbortSignal) {
    try {
      return await parts.analyse(film, running, {
        signal,
        onProgress: (progress) =>
          parts.post({ type: 'run', runId, event: { type: 'progress', progress } }, []),
      });
    } catch (error) {
      if (!signal.aborted && !(error instanceof RefusedError)) dropEngine(running);
      throw error;
    }
  }

  async function run(runId: number, source: FilmSource, signal: AbortSignal): Promise<void> {
    const end = (event: RunEnd, transfer: Transferable[] = []) =>
      parts.post({ type: 'run', runId, event }, transfer);
    try {
      signal.throwIfAborted();
      const film = await readFilm(source);
      signal.throwIfAborted();
      const shown = parts.show(film);
      parts.post({ type: 'run', runId, event: { type: 'decoded', film: shown } }, [
        shown.picture.grey8.buffer as ArrayBuffer,
      ]);
      const running = await loadEngine();
      const { film: _, ...study } = await analyseWith(running, film, runId, signal);
      const buffers = [study.lungs.data, ...Object.values(study.heatMaps).map(({ data }) => data)];
      end({ type: 'done', study }, [
        ...new Set(buffers.map(({ buffer }) => buffer as ArrayBuffer)),
      ]);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (error instanceof RefusedError) {
        end({ type: 'refused', problem, lungs: error.known?.lungs ?? null });
      } else end({ type: 'failed', problem });
    } finally {
      controllers.delete(runId);
    }
  }

  return (message) => {
    if (message.type === 'load') {
      // A failure is told as the networks' state.
      loadEngine().catch(() => {});
    } else if (message.type === 'open') {
      modelsUrl = message.modelsUrl;
    } else if (message.type === 'abort') {
      controllers.get(message.runId)?.abort();
    } else {
      const { runId, source } = message;
      const controller = new AbortController();
      controllers.set(runId, controller);
      last = last.then(() => run(runId, source, controller.signal));
    }
  };
}
