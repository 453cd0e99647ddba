import { toProblem } from '../../errors/problem.ts';
import type { Film, Mask } from '../../imaging/film.ts';
import type { EngineView } from '../../models/engine.ts';
import { ModelError } from '../../models/model-error.ts';
import type { ShelfCards } from '../../models/read-shelf.ts';
import { filmSquarePx } from '../../pipeline/classifier-input.ts';
import { RefusedError } from '../../pipeline/errors.ts';
import type { ReclassifyOptions } from '../../pipeline/reclassify.ts';
import type { ShownFilm } from '../../pipeline/shown-film.ts';
import type { AnalyseOptions } from '../../pipeline/stages.ts';
import type { Recovery, Study } from '../../pipeline/study.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import { type FilmReaders, readFilm } from '../../platform/intake/read-film.ts';
import { createReadingNetworks, type NetworkParts } from './networks.ts';
import { createPreparedFilms } from './prepared-films.ts';
import type {
  CompareRequest,
  FromWorker,
  RunEnd,
  RunEvent,
  ShelfState,
  ToWorker,
} from './protocol.ts';

export interface ServiceParts extends FilmReaders {
  readonly show: (film: Film) => ShownFilm;
  readonly createEngine: (
    modelsUrl: string,
    ...rest: Parameters<NetworkParts['createEngine']>
  ) => ReturnType<NetworkParts['createEngine']>;
  /** Forgets remembered self-tests. */
  readonly forgetTrials: () => Promise<void>;
  readonly readShelf: (modelsUrl: string) => Promise<ShelfCards>;
  readonly analyse: (film: Film, engine: EngineView, options: AnalyseOptions) => Promise<Study>;
  readonly reclassify: (
    film: Film,
    lungs: Mask,
    engine: EngineView,
    options: ReclassifyOptions,
  ) => Promise<Study>;
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
}

/** The arrays of a film that cross to the page without being copied. */
function picturesOf({ picture, thumbnail }: ShownFilm): Transferable[] {
  return [...new Set([picture.grey8.buffer as ArrayBuffer, thumbnail.grey8.buffer as ArrayBuffer])];
}

/** The same backend rebuilt, then the next one. */
const MOST_RECOVERIES = 2;

/** One run under way: what it may say until it ends, and what stops it. */
interface Run {
  readonly signal: AbortSignal;
  readonly say: (event: RunEvent, transfer?: Transferable[]) => void;
}

/** The worker's side of the bridge: returns what handles each message from the page. */
export function createAnalysisService(parts: ServiceParts): (message: ToWorker) => void {
  let modelsUrl = '';
  /** Runs go one after another, so that an aborted one that still computes delays the next. */
  let last: Promise<void> = Promise.resolve();
  const controllers = new Map<number, AbortController>();
  const prepared = createPreparedFilms();
  const networks = createReadingNetworks({
    createEngine: (...rest) => parts.createEngine(modelsUrl, ...rest),
    forgetTrials: parts.forgetTrials,
    tell: (models) => parts.post({ type: 'models', models }, []),
  });

  async function tellShelf(): Promise<void> {
    const tell = (shelf: ShelfState) => parts.post({ type: 'shelf', shelf }, []);
    tell({ status: 'loading' });
    try {
      tell({ status: 'ready', ...(await parts.readShelf(modelsUrl)) });
    } catch (error) {
      tell({ status: 'failed', problem: toProblem(error) });
    }
  }

  async function read(source: FilmSource, signal: AbortSignal): Promise<Film> {
    signal.throwIfAborted();
    const film = await readFilm(source, parts);
    signal.throwIfAborted();
    return film;
  }

  /** Beside the run under way: a reader looks at one film while others are read. */
  async function show(runId: number, source: FilmSource): Promise<void> {
    const film = await readFilm(source, parts)
      .then(parts.show)
      .catch(() => null);
    parts.post({ type: 'shown', runId, film }, film ? picturesOf(film) : []);
  }

  /**
   * Computes a study. Networks that break down over it are dropped and the film is read again: on
   * the same backend rebuilt, then on the next one.
   */
  async function compute(
    { signal, say }: Run,
    overrides: FilmSource['overrides'],
    open: () => Promise<EngineView>,
    work: (engine: EngineView, options: AnalyseOptions) => Promise<Study>,
  ): Promise<Study> {
    const recoveries: Recovery[] = [];
    const onProgress: AnalyseOptions['onProgress'] = (progress) =>
      say({ type: 'progress', progress });
    for (;;) {
      let engine: EngineView | null = null;
      try {
        engine = await open();
        const study = await work(engine, { signal, overrides, onProgress });
        return recoveries.length > 0 ? { ...study, recoveries } : study;
      } catch (error) {
        if (signal.aborted || error instanceof RefusedError) throw error;
        // Somebody chose another backend meanwhile: the film goes there.
        if (error instanceof ModelError && error.code === 'disposed') continue;
        // What cannot be loaded or started has said so itself: there is nothing to rebuild.
        if (!engine) throw error;
        const { backend } = engine;
        const problem = toProblem(error);
        const before = recoveries.some((one) => one.backend === backend);
        await networks.drop(before ? { backend, reason: problem.message } : null);
        if (recoveries.length >= MOST_RECOVERIES) throw error;
        recoveries.push({ code: problem.code, backend });
        say({ type: 'recovering', problem });
      }
    }
  }

  async function analyse(source: FilmSource, filmKey: number, run: Run): Promise<Study> {
    const film = await read(source, run.signal);
    const shown = parts.show(film);
    run.say({ type: 'decoded', film: shown }, picturesOf(shown));
    return compute(
      run,
      source.overrides,
      async () => {
        const reader = await networks.reader();
        prepared.keep(filmKey, film, filmSquarePx(reader.classifier.input));
        return reader;
      },
      (engine, options) => parts.analyse(film, engine, options),
    );
  }

  /** Stage 2 alone, on the film as it was prepared when it was read; decoded again at need. */
  async function compare(request: CompareRequest, filmKey: number, run: Run): Promise<Study> {
    const { source, lungs, lungsEdited, said, classifier } = request;
    const open = () =>
      networks.other(classifier, {
        signal: run.signal,
        onBytes: (loadedBytes, totalBytes) =>
          run.say({ type: 'downloading', loadedBytes, totalBytes }),
      });
    const prepare = async (size: number): Promise<Film> => {
      const kept = prepared.get(filmKey, size);
      if (kept) return kept;
      const film = await read(source, run.signal);
      prepared.keep(filmKey, film, size);
      return film;
    };
    return compute(run, source.overrides, open, async (engine, options) =>
      parts.reclassify(await prepare(filmSquarePx(engine.classifier.input)), lungs, engine, {
        ...options,
        lungsEdited,
        said,
      }),
    );
  }

  async function finish(runId: number, signal: AbortSignal, work: (run: Run) => Promise<Study>) {
    const end = (event: RunEnd, transfer: Transferable[] = []) =>
      parts.post({ type: 'run', runId, event }, transfer);
    const say: Run['say'] = (event, transfer = []) =>
      parts.post({ type: 'run', runId, event }, transfer);
    try {
      const { film: _, ...study } = await work({ signal, say });
      const masks = [study.lungs, ...(study.rawLungs ? [study.rawLungs] : [])];
      const buffers = [...masks, ...Object.values(study.heatMaps)];
      end({ type: 'done', study }, [
        ...new Set(buffers.map(({ data }) => data.buffer as ArrayBuffer)),
      ]);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      if (error instanceof RefusedError) {
        const codes = error.findings.map(({ code }) => code);
        end({ type: 'refused', problem, codes, lungs: error.known?.lungs ?? null });
      } else end({ type: 'failed', problem });
    } finally {
      controllers.delete(runId);
    }
  }

  function enqueue(runId: number, work: (run: Run) => Promise<Study>): void {
    const controller = new AbortController();
    controllers.set(runId, controller);
    last = last.then(() => finish(runId, controller.signal, work));
  }

  return (message) => {
    switch (message.type) {
      case 'open':
        modelsUrl = message.modelsUrl;
        break;
      case 'load':
        // A failure is told as the networks' state.
        networks.reader().catch(() => {});
        break;
      case 'list-shelf':
        tellShelf();
        break;
      case 'choose':
        networks.choose(message.classifier);
        break;
      case 'show':
        show(message.runId, message.source);
        break;
      case 'use-backend':
        networks.use(message.backend);
        break;
      case 'test-device':
        networks.testAgain();
        break;
      case 'abort':
        controllers.get(message.runId)?.abort();
        break;
      case 'analyse':
        enqueue(message.runId, (run) => analyse(message.source, message.filmKey, run));
        break;
      case 'compare':
        enqueue(message.runId, (run) => compare(message.request, message.filmKey, run));
    }
  };
}
