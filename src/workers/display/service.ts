import { toProblem } from '../../errors/problem.ts';
import type { Film } from '../../imaging/film.ts';
import { type GreyLevel, greyPyramid } from '../../imaging/view/grey-pyramid.ts';
import { startWindow } from '../../imaging/view/start-window.ts';
import { windowLut } from '../../imaging/view/window-lut.ts';
import { defaultWindow } from '../../imaging/window-level.ts';
import type { FilmSource } from '../../platform/intake/film-source.ts';
import type { FromDisplay, ToDisplay } from './protocol.ts';

export interface DisplayParts {
  readonly read: (source: FilmSource) => Promise<Film>;
  /** Little-endian RGBA, row by row, as something that a canvas can draw at once. */
  readonly toBitmap: (
    rgba: Uint8ClampedArray<ArrayBuffer>,
    width: number,
    height: number,
  ) => Promise<ImageBitmap>;
  readonly post: (message: FromDisplay, transfer: Transferable[]) => void;
}

type Draw = Extract<ToDisplay, { type: 'draw' }>;

interface OpenFilm {
  readonly openId: number;
  readonly levels: readonly GreyLevel[];
  readonly maxValue: number;
}

/** Lets messages that have come in the meantime be heard. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

function paint({ data }: GreyLevel, lut: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  // Three equal bytes and full alpha; every platform with a browser is little-endian.
  const colours = Uint32Array.from(lut, (grey) => grey * 0x010101 + 0xff000000);
  const pixels = new Uint32Array(data.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = colours[data[i] as number] as number;
  return new Uint8ClampedArray(pixels.buffer);
}

/** The worker's side: keeps the greys of one film, and draws them in any window. */
export function createDisplayService(parts: DisplayParts): (message: ToDisplay) => void {
  let film: OpenFilm | null = null;
  /** The film that was asked for last; what an earlier one still does is dropped. */
  let wanted = 0;
  let latest: Draw | null = null;

  async function open(openId: number, source: FilmSource): Promise<void> {
    try {
      const read = await parts.read(source);
      if (openId !== wanted) return;
      const levels = greyPyramid(read);
      film = { openId, levels, maxValue: read.maxValue };
      const windows = { start: startWindow(read), auto: defaultWindow(read) };
      parts.post({ type: 'opened', openId, levels: levels.length, ...windows }, []);
    } catch (error) {
      if (openId === wanted) parts.post({ type: 'failed', openId, problem: toProblem(error) }, []);
    }
  }

  async function draw(request: Draw): Promise<void> {
    latest = request;
    const { openId, drawId, window, inverted, finest } = request;
    if (film?.openId !== openId) return;
    const { levels, maxValue } = film;
    const lut = windowLut(window, maxValue, inverted);
    for (let level = levels.length - 1; level >= finest; level--) {
      const greys = levels[level] as GreyLevel;
      const bitmap = await parts.toBitmap(paint(greys, lut), greys.width, greys.height);
      parts.post({ type: 'drawn', openId, drawId, level, bitmap }, [bitmap]);
      await nextTask();
      if (latest !== request) return;
    }
  }

  function valueAt(openId: number, xFilmPx: number, yFilmPx: number): number | null {
    const whole = film?.openId === openId ? film.levels[0] : undefined;
    if (!whole) return null;
    const [x, y] = [Math.floor(xFilmPx), Math.floor(yFilmPx)];
    if (x < 0 || y < 0 || x >= whole.width || y >= whole.height) return null;
    return whole.data[y * whole.width + x] as number;
  }

  return (message) => {
    switch (message.type) {
      case 'open':
        wanted = message.openId;
        film = null;
        latest = null;
        open(message.openId, message.source);
        break;
      case 'draw':
        draw(message);
        break;
      case 'probe': {
        const { openId, probeId, xFilmPx, yFilmPx } = message;
        const value = valueAt(openId, xFilmPx, yFilmPx);
        parts.post({ type: 'value', openId, probeId, value }, []);
        break;
      }
      case 'close':
        wanted = 0;
        film = null;
        latest = null;
    }
  };
}
