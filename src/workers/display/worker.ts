import { syntheticFilm } from '../../imaging/synthetic-film.ts';
import { createFilmDecoder } from '../../platform/decode/create-film-decoder.ts';
import { loadCodecWeb } from '../../platform/decode/load-codec-web.ts';
import { readFilm } from '../../platform/intake/read-film.ts';
import type { ToDisplay } from './protocol.ts';
import { createDisplayService } from './service.ts';

/** The entry of the worker that holds the film on screen; reading films never keeps it waiting. */
const parts = {
  decode: createFilmDecoder(loadCodecWeb),
  drawDemo: (name: string) => ({ ...syntheticFilm().film, name }),
};

const receive = createDisplayService({
  read: (source) => readFilm(source, parts),
  toBitmap: (rgba, width, height) => createImageBitmap(new ImageData(rgba, width, height)),
  post: (message, transfer) => self.postMessage(message, { transfer }),
});

self.onmessage = ({ data }: MessageEvent<ToDisplay>) => receive(data);
