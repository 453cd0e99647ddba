import type { FilmPoint } from '../../imaging/view/points.ts';
import type { GreyWindow } from '../../imaging/window-level.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { FromDisplay, ToDisplay } from './protocol.ts';

/** What the bridge uses of a Worker. */
export type DisplayWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>;

export interface DisplayState {
  readonly status: 'closed' | 'opening' | 'open' | 'failed';
  readonly levels: number;
  /** The windows that the film offers, as soon as it is open. */
  readonly start: GreyWindow | null;
  readonly auto: GreyWindow | null;
}

interface Picture {
  readonly bitmap: ImageBitmap;
  readonly drawId: number;
}

const CLOSED: DisplayState = { status: 'closed', levels: 0, start: null, auto: null };

/** The page's side of the worker that holds the film on screen. Pictures are told by `onPicture`. */
export class FilmDisplay {
  readonly #spawn: () => DisplayWorker;
  readonly #listeners = new Set<() => void>();
  readonly #pictureListeners = new Set<() => void>();
  readonly #probes = new Map<number, (value: number | null) => void>();
  #worker: DisplayWorker | null = null;
  #state = CLOSED;
  #openId = 0;
  #lastId = 0;
  #drawn: { key: string; finest: number; drawId: number } | null = null;
  #pictures: (Picture | null)[] = [];

  constructor(spawn: () => DisplayWorker) {
    this.#spawn = spawn;
  }

  get state(): DisplayState {
    return this.#state;
  }

  /** Tells every change of the state; returns how to stop that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells every picture that has come; returns how to stop that. */
  readonly onPicture = (listener: () => void): (() => void) => {
    this.#pictureListeners.add(listener);
    return () => this.#pictureListeners.delete(listener);
  };

  /** Has the worker hold this film, in place of an earlier one. */
  open(source: FilmSource): void {
    this.#forget();
    this.#lastId += 1;
    this.#openId = this.#lastId;
    this.#tell({ ...CLOSED, status: 'opening' });
    this.#post({ type: 'open', openId: this.#openId, source });
  }

  close(): void {
    if (this.#openId === 0) return;
    this.#forget();
    this.#openId = 0;
    this.#tell(CLOSED);
    this.#post({ type: 'close' });
  }

  /** Has the film drawn in a window, as fine as level `finest`, unless it is so already. */
  draw(window: GreyWindow, inverted: boolean, finest: number): void {
    if (this.#state.status !== 'open') return;
    const key = `${window.centre} ${window.width} ${inverted}`;
    if (this.#drawn?.key === key && this.#drawn.finest <= finest) return;
    this.#lastId += 1;
    this.#drawn = { key, finest, drawId: this.#lastId };
    this.#post({
      type: 'draw',
      openId: this.#openId,
      drawId: this.#lastId,
      window,
      inverted,
      finest,
    });
  }

  /** The newest picture near a level, none finer where there is a choice; null before the first. */
  picture(level: number): ImageBitmap | null {
    const pictures = this.#pictures.flatMap((picture, at) => (picture ? [{ ...picture, at }] : []));
    const newest = pictures.reduce((latest, { drawId }) => Math.max(latest, drawId), 0);
    const fresh = pictures.filter(({ drawId }) => drawId === newest);
    return (fresh.find(({ at }) => at >= level) ?? fresh.at(-1))?.bitmap ?? null;
  }

  /** The grey of the pixel at a point; null beside the film, and for probes that a newer one met. */
  probe({ xFilmPx, yFilmPx }: FilmPoint): Promise<number | null> {
    if (this.#state.status !== 'open') return Promise.resolve(null);
    this.#lastId += 1;
    const probeId = this.#lastId;
    return new Promise((resolve) => {
      this.#probes.set(probeId, resolve);
      this.#post({ type: 'probe', openId: this.#openId, probeId, xFilmPx, yFilmPx });
    });
  }

  #post(message: ToDisplay): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  #start(): DisplayWorker {
    const worker = this.#spawn();
    worker.onmessage = ({ data }: MessageEvent<FromDisplay>) => this.#receive(data);
    // Out of memory, most likely: the page goes on with its smaller picture.
    worker.onerror = () => {
      worker.terminate();
      this.#worker = null;
      this.#forget();
      this.#tell({ ...CLOSED, status: 'failed' });
    };
    return worker;
  }

  #receive(message: FromDisplay): void {
    if (message.type === 'value') {
      this.#probes.get(message.probeId)?.(message.value);
      this.#probes.delete(message.probeId);
      return;
    }
    if (message.openId !== this.#openId) {
      if (message.type === 'drawn') message.bitmap.close();
      return;
    }
    if (message.type === 'opened') {
      const { levels, start, auto } = message;
      this.#tell({ status: 'open', levels, start, auto });
    } else if (message.type === 'failed') this.#tell({ ...CLOSED, status: 'failed' });
    else {
      const { level, bitmap, drawId } = message;
      this.#pictures[level]?.bitmap.close();
      this.#pictures[level] = { bitmap, drawId };
      for (const listener of this.#pictureListeners) listener();
    }
  }

  #forget(): void {
    for (const picture of this.#pictures) picture?.bitmap.close();
    this.#pictures = [];
    this.#drawn = null;
    for (const answer of this.#probes.values()) answer(null);
    this.#probes.clear();
  }

  #tell(state: DisplayState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
