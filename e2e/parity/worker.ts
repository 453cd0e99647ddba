import type { Mask } from '../../src/imaging/film.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { createEngine } from '../../src/models/create-engine.ts';
import { fetchSource } from '../../src/models/fetch-source.ts';
import { measureMemory } from '../../src/models/measure-memory.ts';
import type { StartedEngine } from '../../src/models/started-engine.ts';
import { wasmPaths } from '../../src/models/wasm-paths.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { findLungs } from '../../src/pipeline/find-lungs.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { loadCodecWeb } from '../../src/platform/decode/load-codec-web.ts';
import { correlation, iou, worstDifference } from '../../test/models/compare.ts';
import { type FloatTensor, readSafetensors } from '../../tools/convert/safetensors.ts';
import type { BenchTimes, Parity, Reply, Request } from './protocol.ts';

type Golden = (key: string) => FloatTensor;
type RequestOf<K extends Request['kind']> = Extract<Request, { kind: K }>;

const FILES = new URL('/files/', self.location.href);

async function fetchBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(path, FILES));
  if (!response.ok) throw new Error(`${path}: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function readGolden(path: string): Promise<Golden> {
  const tensors = readSafetensors(await fetchBytes(path));
  return (key) => {
    const tensor = tensors.get(key);
    if (!tensor) throw new Error(`${path} has no ${key}`);
    return tensor;
  };
}

const used = ({ backend, backendDescription, rejected }: StartedEngine) => ({
  backend,
  backendDescription,
  rejected,
  isolated: self.crossOriginIsolated,
});

async function compareClassifier(engine: StartedEngine, film: FloatTensor, golden: Golden) {
  const { logits, heat } = await engine.classify(film.data, golden('mask').data);
  const cams = golden('cams').data;
  const area = cams.length / heat.length;
  const camCorrelations = heat.map((map, i) => {
    const expected = cams.subarray(i * area, (i + 1) * area);
    return expected.every((value) => value === expected[0]) ? null : correlation(map, expected);
  });
  return { worstLogit: worstDifference(logits, golden('logits').data), camCorrelations };
}

async function runGolden(engine: StartedEngine, request: RequestOf<'golden'>): Promise<Parity> {
  const lungs = await readGolden(request.segmenterGolden);
  const classes = await readGolden(request.classifierGolden);
  const before = measureMemory().tensors;
  const found = await engine.segment(lungs('film').data);
  const expected = lungs('logits').data;
  return {
    ...used(engine),
    worstLungLogit: worstDifference(found, expected),
    maskIou: iou(found, expected, 0),
    ...(await compareClassifier(engine, classes('film'), classes)),
    leakedTensors: measureMemory().tensors - before,
  };
}

/** Stage 1 without stage 2: software GPUs take a minute for each. */
async function lungsOf(engine: StartedEngine, path: string): Promise<Mask> {
  const decode = createFilmDecoder(loadCodecWeb);
  return (await findLungs(await decode(await fetchBytes(path), path), engine)).lungs;
}

async function runShipped(engine: StartedEngine, request: RequestOf<'shipped'>): Promise<Parity> {
  const golden = await readGolden(request.golden);
  const before = measureMemory().tensors;
  const lungs = request.film === null ? null : await lungsOf(engine, request.film);
  return {
    ...used(engine),
    worstLungLogit: null,
    maskIou: lungs && iou(lungs.data, golden('lungs').data, 0),
    ...(await compareClassifier(engine, golden('masked_film'), golden)),
    leakedTensors: measureMemory().tensors - before,
  };
}

async function runBench(
  engine: StartedEngine,
  { runs }: RequestOf<'bench'>,
  startMs: number,
): Promise<BenchTimes> {
  const { film } = syntheticFilm();
  const times = [];
  for (let i = 0; i < runs; i++) times.push((await analyse(film, engine)).timingsMs);
  return { ...used(engine), startMs, runs: times };
}

async function run(request: Request): Promise<Parity | BenchTimes> {
  const { backend, folders, threads } = request;
  const began = performance.now();
  const engine = await createEngine({
    source: fetchSource(FILES),
    folders,
    preferred: backend,
    threads,
    wasmPaths,
    // Software GPUs need a minute for the shipped networks, and are compared here anyway.
    selfTest: request.kind !== 'shipped',
  });
  try {
    switch (request.kind) {
      case 'golden':
        return await runGolden(engine, request);
      case 'shipped':
        return await runShipped(engine, request);
      case 'bench':
        return await runBench(engine, request, performance.now() - began);
    }
  } finally {
    engine.dispose();
  }
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  let reply: Reply;
  try {
    reply = { ok: true, value: await run(data) };
  } catch (error) {
    reply = {
      ok: false,
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
  self.postMessage(reply);
};
