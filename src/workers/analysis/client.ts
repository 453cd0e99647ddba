import type { Problem } from '../../errors/problem.ts';
import type { BackendName } from '../../models/engine.ts';
import type { ShownFilm } from '../../pipeline/shown-film.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { Analyser, Outcome, RunOptions } from './analyser.ts';
import type {
  CompareRequest,
  FromWorker,
  ModelsState,
  RunEnd,
  RunEvent,
  ShelfState,
  ToWorker,
} from './protocol.ts';

/** What the bridge uses of a Worker. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'
>;

interface Run {
  film: ShownFilm | null;
  /** Sent again to a new worker after a crash. */
  readonly message: ToWorker;
  crashes: number;
  readonly onEvent: (event: RunEvent) => void;
  readonly end: (outcome: Outcome) => void;
}

const CRASHED: Problem = {
  code: 'worker-crashed',
  message: 'The analysis ran out of memory or broke down, and was restarted.',
  advice: 'Try this film again. If it happens again, close other tabs or use a smaller film.',
};

/** A film over which the worker crashed twice is at fault itself. */
const MOST_CRASHES = 2;

/** The study gets back the film that crossed earlier, and tells of a crash on the way. */
function toOutcome(end: RunEnd, { film, crashes }: Run): Outcome {
  if (end.type !== 'done') return end;
  if (!film) return { type: 'failed', problem: CRASHED };
  if (crashes === 0) return { type: 'done', study: { ...end.study, film } };
  const crash = { code: CRASHED.code, backend: null };
  const recoveries = [crash, ...(end.study.recoveries ?? [])];
  return { type: 'done', study: { ...end.study, film, recoveries } };
}

/** The page's side of the worker: starts it when first needed, and a new one after a crash. */
export class WorkerAnalyser implements Analyser {
  readonly #spawn: () => WorkerLike;
  readonly #runs = new Map<number, Run>();
  readonly #shows = new Map<number, (film: ShownFilm | null) => void>();
  readonly #listeners = new Set<(models: ModelsState) => void>();
  readonly #shelfListeners = new Set<(shelf: ShelfState) => void>();
  /** What a new worker must be told again. */
  #classifier: string | null = null;
  #backend: BackendName | null = null;
  #shelfIsLoading = false;
  #worker: WorkerLike | null = null;
  #lastRunId = 0;
  readonly #filmKeys = new WeakMap<FilmSource, number>();
  #lastFilmKey = 0;

  constructor(spawn: () => WorkerLike) {
    this.#spawn = spawn;
  }

  load(): void {
    this.#post({ type: 'load' });
  }

  loadShelf(): void {
    this.#post({ type: 'list-shelf' });
  }

  choose(classifier: string): void {
    this.#classifier = classifier;
    // A worker that is only now started hears of it as it starts.
    if (this.#worker) this.#post({ type: 'choose', classifier });
  }

  computeOn(backend: BackendName | null): void {
    this.#backend = backend;
    if (this.#worker) this.#post({ type: 'use-backend', backend });
  }

  testDevice(): void {
    this.#post({ type: 'test-device' });
  }

  analyse(source: FilmSource, options: RunOptions): Promise<Outcome> {
    const filmKey = this.#keyOf(source);
    return this.#run((runId) => ({ type: 'analyse', runId, source, filmKey }), null, options);
  }

  compare(request: CompareRequest, film: ShownFilm, options: RunOptions): Promise<Outcome> {
    const filmKey = this.#keyOf(request.source);
    return this.#run((runId) => ({ type: 'compare', runId, request, filmKey }), film, options);
  }

  /** A source keeps its key; the worker only sees copies, which it cannot tell apart. */
  #keyOf(source: FilmSource): number {
    const known = this.#filmKeys.get(source);
    if (known !== undefined) return known;
    this.#lastFilmKey += 1;
    this.#filmKeys.set(source, this.#lastFilmKey);
    return this.#lastFilmKey;
  }

  show(source: FilmSource, signal: AbortSignal): Promise<ShownFilm | null> {
    this.#lastRunId += 1;
    const runId = this.#lastRunId;
    return new Promise((resolve) => {
      const end = (film: ShownFilm | null) => {
        this.#shows.delete(runId);
        resolve(film);
      };
      signal.addEventListener('abort', () => end(null), { once: true });
      this.#shows.set(runId, end);
      this.#post({ type: 'show', runId, source });
    });
  }

  #run(
    message: (runId: number) => ToWorker,
    film: ShownFilm | null,
    { signal, onEvent }: RunOptions,
  ): Promise<Outcome> {
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
      const told = message(runId);
      this.#runs.set(runId, { film, message: told, crashes: 0, onEvent, end });
      this.#post(told);
    });
  }

  onModels(listener: (models: ModelsState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onShelf(listener: (shelf: ShelfState) => void): () => void {
    this.#shelfListeners.add(listener);
    return () => this.#shelfListeners.delete(listener);
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#runs.clear();
    this.#listeners.clear();
    this.#shelfListeners.clear();
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
    if (this.#backend !== null) {
      worker.postMessage({ type: 'use-backend', backend: this.#backend } satisfies ToWorker);
    }
    if (this.#classifier !== null) {
      worker.postMessage({ type: 'choose', classifier: this.#classifier } satisfies ToWorker);
    }
    return worker;
  }

  #receive(message: FromWorker): void {
    if (message.type === 'models') {
      for (const listener of this.#listeners) listener(message.models);
      return;
    }
    if (message.type === 'shelf') {
      this.#tellShelf(message.shelf);
      return;
    }
    if (message.type === 'shown') {
      this.#shows.get(message.runId)?.(message.film);
      return;
    }
    if (message.type === 'measured') return;
    // Runs that were aborted are no longer in the map: what they still send is dropped here.
    const run = this.#runs.get(message.runId);
    if (!run) return;
    const { event } = message;
    if (event.type === 'done' || event.type === 'refused' || event.type === 'failed') {
      run.end(toOutcome(event, run));
      return;
    }
    if (event.type === 'decoded') run.film = event.film;
    run.onEvent(event);
  }

  #tellShelf(shelf: ShelfState): void {
    this.#shelfIsLoading = shelf.status === 'loading';
    for (const listener of this.#shelfListeners) listener(shelf);
  }

  #crash(worker: WorkerLike): void {
    if (worker !== this.#worker) return;
    worker.terminate();
    this.#worker = null;
    for (const listener of this.#listeners) listener({ status: 'unloaded' });
    if (this.#shelfIsLoading) this.#tellShelf({ status: 'failed', problem: CRASHED });
    for (const end of [...this.#shows.values()]) end(null);
    this.#runAgain();
  }

  /** The oldest run was under way when the worker crashed; it is tried once more, the others wait. */
  #runAgain(): void {
    const [oldest, ...others] = [...this.#runs.values()];
    if (!oldest) return;
    oldest.crashes += 1;
    const again = oldest.crashes < MOST_CRASHES ? [oldest, ...others] : others;
    if (!again.includes(oldest)) oldest.end({ type: 'failed', problem: CRASHED });
    for (const run of again) {
      run.onEvent({ type: 'recovering', problem: CRASHED });
      this.#post(run.message);
    }
  }
}
