import './zod-without-eval.ts';

import { syntheticFilm } from '../../imaging/synthetic-film.ts';
import { createEngine } from '../../models/create-engine.ts';
import { fetchSource } from '../../models/fetch-source.ts';
import { measureMemory } from '../../models/measure-memory.ts';
import { MODEL_FOLDERS } from '../../models/model-folders.ts';
import { readShelfCards } from '../../models/read-shelf.ts';
import { wasmPaths } from '../../models/wasm-paths.ts';
import { analyse } from '../../pipeline/analyse.ts';
import { reclassify } from '../../pipeline/reclassify.ts';
import { showFilm } from '../../pipeline/show-film.ts';
import { createFilmDecoder } from '../../platform/decode/create-film-decoder.ts';
import { loadCodecWeb } from '../../platform/decode/load-codec-web.ts';
import { browserModelStore } from '../../platform/storage/models/browser-model-store.ts';
import { keptSource } from '../../platform/storage/models/kept-source.ts';
import { browserTrialLog } from '../../platform/storage/trial-log.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { createAnalysisService } from './service.ts';

const trials = browserTrialLog();

/** The worker's entry: it puts the parts together and answers the page. */
const receive = createAnalysisService({
  decode: createFilmDecoder(loadCodecWeb),
  drawDemo: (name) => ({ ...syntheticFilm().film, name }),
  show: showFilm,
  createEngine: (modelsUrl, classifier, onProgress, { first, skip }, signal) =>
    createEngine({
      source: keptSource(fetchSource(modelsUrl), browserModelStore(modelsUrl)),
      folders: { ...MODEL_FOLDERS, ...(classifier && { classifier }) },
      wasmPaths,
      first,
      skip,
      log: trials,
      onProgress,
      signal,
    }),
  forgetTrials: () => trials.forget(),
  readShelf: (modelsUrl) => readShelfCards(fetchSource(modelsUrl)),
  analyse,
  reclassify,
  post: (message, transfer) => self.postMessage(message, { transfer }),
});

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.type !== 'measure') receive(data);
  else self.postMessage({ type: 'measured', memory: measureMemory() } satisfies FromWorker);
};
