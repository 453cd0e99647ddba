import { encode } from 'fast-png';
import { toProblem } from '../../errors/problem.ts';
import { blackOut } from '../../imaging/black-out.ts';
import { syntheticFilm } from '../../imaging/synthetic-film.ts';
import { startWindow } from '../../imaging/view/start-window.ts';
import { showFilm } from '../../pipeline/show-film.ts';
import { createFilmDecoder } from '../../platform/decode/create-film-decoder.ts';
import { loadCodecWeb } from '../../platform/decode/load-codec-web.ts';
import { readFilm } from '../../platform/intake/read-film.ts';
import type { PixelsPacked, PixelsWanted } from './protocol.ts';

/** A film's grey pixels, blacked out where wanted, as a PNG of its own depth, and nothing else of its file. */
async function pack({ source, blackedOut }: PixelsWanted): Promise<PixelsPacked> {
  const whole = await readFilm(source, {
    decode: createFilmDecoder(loadCodecWeb),
    drawDemo: (name) => ({ ...syntheticFilm().film, name }),
  });
  const film = blackOut(whole, blackedOut);
  const { width, height, maxValue } = film;
  const deep = maxValue > 255;
  const greys = film.data.map(Math.round);
  const data = deep ? Uint16Array.from(greys) : Uint8Array.from(greys);
  const png = encode({ width, height, channels: 1, depth: deep ? 16 : 8, data });
  const { thumbnail } = showFilm(film);
  return { type: 'packed', png, thumbnail, window: startWindow(whole) };
}

self.onmessage = ({ data }: MessageEvent<PixelsWanted>) => {
  pack(data)
    .catch((error: unknown): PixelsPacked => ({ type: 'failed', problem: toProblem(error) }))
    .then((packed) => self.postMessage(packed));
};
