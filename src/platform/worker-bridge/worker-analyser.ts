import type { Analyser, Outcome, RunOptions } from './analyser.ts';
import type { Problem } from './problem.ts';
import type {
  FilmSource,
  FromWorker,
  ModelsState,
  RunEnd,
  RunEvent,
  ToWorker,
} from './protocol.ts';
import type { ShownFilm } from './shown-film.ts';

/** What the bridge uses of a Worker. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

interface Run {
  film: ShownFilm | null;
  readonly onEvent: (event: RunEvent) => void;
  readonly end: (outcome: Outcome) => void;
}

const CRASHED: Problem = {
  code: 'worker-crashed',
  message: 'The analysis ran out of memory or broke down, and was restarted.',
  advice: 'Try this film again. If it happens again, close other tabs or use a smaller film.',
};

/** The study gets back the film that crossed earlier. */
function toOutcome(end: RunEnd, film: ShownFilm | null): Outcome {
  if (end.type !== 'done') return end;
  if (!film) return { type: 'failed', problem: CRASHED };
  return { type: 'done', study: { ...end.study, film } };
}

/** The page's side of the worker: starts it when first needed, and a new one after a crash. */
export class WorkerAnalyser implements Analyser {
  readonly #spawn: () => WorkerLike;
  readonly #runs = new Map<number, Run>();
  readonly #listeners = new Set<(models: ModelsState) => void>();
  #worker: WorkerLike | null = null;
  #lastRunId = 0;

  constructor(spawn: () => WorkerLike) {
    this.#spawn = spawn;
  }

  load(): void {
    this.#post({ type: 'load' });
  }

  analyse(source: FilmSource, { signal, onEvent }: RunOptions): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      this.#lastRunId += 1;
      const runId = this.#lastRunId;
      const abort = () => {
        this.#runs.delete(runId);
        this.#post({ type: 'abort', runId });
        reject(signal.reason);
      };
      const end = (outcome: Outcome) => {
        signal.removeEventListener('abort', abort);
        this.#runs.delete(runId);
        resolve(outcome);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#runs.set(runId, { film: null, onEvent, end });
      this.#post({ type: 'analyse', runId, source });
    });
  }

  onModels(listener: (models: ModelsState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#runs.clear();
    this.#listeners.clear();
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): WorkerLike {
    const worker = this.#spawn();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#crash(worker);
    };
    worker.onmessageerror = () => this.#crash(worker);
    return worker;
  }

  #receive(message: FromWorker): void {
    if (message.type === 'models') {
      for (const listener of this.#listeners) listener(message.models);
      return;
    }
    // Runs that were aborted are no longer in the map: what they still send is dropped here.
    const run = this.#runs.get(message.runId);
    if (!run) return;
    const { event } = message;
    if (event.type === 'decoded' || event.type === 'progress') {
      if (event.type === 'decoded') run.film = event.film;
      run.onEvent(event);
    } else run.end(toOutcome(event, run.film));
  }

  #crash(worker: WorkerLike): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#worker = null;
    for (const listener of this.#listeners) listener({ status: 'unloaded' });
    for (const run of [...this.#runs.values()]) run.end({ type: 'failed', problem: CRASHED });
  }
}
