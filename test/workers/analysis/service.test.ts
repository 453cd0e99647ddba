import { beforeEach, expect, it, vi } from 'vitest';
import type { Film } from '../../../src/imaging/film.ts';
import { ModelError } from '../../../src/models/model-error.ts';
import { ShelfError } from '../../../src/models/shelf.ts';
import { AnalysisError, RefusedError } from '../../../src/pipeline/errors.ts';
import { showFilm } from '../../../src/pipeline/show-film.ts';
import type { FromWorker, ToWorker } from '../../../src/workers/analysis/protocol.ts';
import { createAnalysisService, type ServiceParts } from '../../../src/workers/analysis/service.ts';
import { fileSource, settle, shownStudy } from '../../app/fakes.ts';
import { classifierCard } from '../../pipeline/threshold-engine.ts';

const film: Film = {
  name: 'a',
  format: 'png',
  width: 2,
  height: 1,
  maxValue: 255,
  data: Float32Array.of(0, 255),
};
const OTHER = { backend: 'wasm', classifier: { id: 'other', input: { size: 2 } } };
const ENGINE = {
  backend: 'wasm',
  backendDescription: 'threads: 2',
  classifier: { id: 'first', input: { size: 2 } },
  withClassifier: vi.fn(),
  dispose: vi.fn(),
};
const LUNGS = { width: 1, height: 1, data: Uint8Array.of(1) };

let told: FromWorker[];
let parts: ServiceParts;
let receive: (message: ToWorker) => void;

beforeEach(() => {
  told = [];
  ENGINE.dispose.mockReset();
  ENGINE.withClassifier.mockReset().mockImplementation(async (_, { onBytes }) => {
    onBytes(5, 10);
    return OTHER;
  });
  parts = {
    decode: vi.fn(async (_, name) => ({ ...film, name })),
    drawDemo: vi.fn((name) => ({ ...film, name, format: 'synthetic' as const })),
    show: showFilm,
    createEngine: vi.fn(async () => ENGINE as never),
    forgetTrials: vi.fn(async () => {}),
    readShelf: vi.fn(async () => ({ segmenter: classifierCard, classifiers: [] }) as never),
    analyse: vi.fn(async (given) => ({ ...shownStudy(given.name), film: given })),
    reclassify: vi.fn(async (given, lungs) => ({ ...shownStudy(given.name), film: given, lungs })),
    post: (message) => told.push(message),
  };
  receive = createAnalysisService(parts);
  receive({ type: 'open', modelsUrl: 'https://example.test/models/' });
});

const analyse = (runId: number, name = 'a') =>
  receive({ type: 'analyse', runId, source: fileSource(name), filmKey: runId });
const runEvents = (runId: number) =>
  told.flatMap((message) =>
    message.type === 'run' && message.runId === runId ? [message.event] : [],
  );

it('decodes, shows and analyses a film; the film crosses once, as its picture', async () => {
  analyse(1);
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  const [decoded, done] = runEvents(1);
  expect(decoded).toMatchObject({ type: 'decoded', film: { name: 'a', widthFilmPx: 2 } });
  expect(done?.type === 'done' && done.study).not.toHaveProperty('film');
  expect(parts.createEngine).toHaveBeenCalledWith(
    'https://example.test/models/',
    null,
    expect.any(Function),
    { first: null, skip: new Map() },
    expect.any(AbortSignal),
  );
});

it('loads the networks once for load and many films', async () => {
  receive({ type: 'load' });
  analyse(1);
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(parts.createEngine).toHaveBeenCalledTimes(1);
});

it('draws the demo film without a file', async () => {
  receive({ type: 'analyse', runId: 1, source: { kind: 'demo', name: 'demo' }, filmKey: 1 });
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  expect(parts.decode).not.toHaveBeenCalled();
  expect(runEvents(1)[0]).toMatchObject({ film: { name: 'demo', format: 'synthetic' } });
});

it('tells a refusal with the lungs that led to it, and keeps the networks', async () => {
  const lungs = { width: 1, height: 1, data: Uint8Array.of(0) };
  vi.mocked(parts.analyse).mockRejectedValueOnce(
    new RefusedError([{ code: 'no-lungs', params: { lungFraction: 0 } }], {
      lungs,
      lungFraction: 0,
    }),
  );
  analyse(1);
  await vi.waitFor(() => expect(runEvents(1)).toHaveLength(2));
  expect(runEvents(1)[1]).toMatchObject({
    type: 'refused',
    problem: { code: 'no-lungs', message: expect.stringContaining('0.0 %') },
    codes: ['no-lungs'],
    lungs,
  });
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(parts.createEngine).toHaveBeenCalledTimes(1);
});

const LOST = new AnalysisError('model-failed', 'Lost the device.', 'Try again.');
const skippedIn = (call: number) => [
  ...(vi.mocked(parts.createEngine).mock.calls[call]?.[3].skip ?? []),
];

it('reads a film again on the backend rebuilt after it broke down, and says so', async () => {
  vi.mocked(parts.analyse).mockRejectedValueOnce(LOST);
  analyse(1);
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  expect(runEvents(1).map(({ type }) => type)).toEqual(['decoded', 'recovering', 'done']);
  expect(runEvents(1)[1]).toMatchObject({ problem: { code: 'model-failed' } });
  expect(runEvents(1)[2]).toMatchObject({
    study: { recoveries: [{ code: 'model-failed', backend: 'wasm' }] },
  });
  expect(ENGINE.dispose).toHaveBeenCalledTimes(1);
  expect(parts.createEngine).toHaveBeenCalledTimes(2);
  expect(skippedIn(1)).toEqual([]);
});

it('gives a backend up that broke down twice over a film, and goes to the next', async () => {
  vi.mocked(parts.analyse).mockRejectedValueOnce(LOST).mockRejectedValueOnce(LOST);
  analyse(1);
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(runEvents(1).at(-1)?.type).toBe('done');
  expect(skippedIn(2)).toEqual([['wasm', 'Lost the device.']]);
  receive({ type: 'test-device' });
  await vi.waitFor(() => expect(parts.createEngine).toHaveBeenCalledTimes(4));
  expect(parts.forgetTrials).toHaveBeenCalledTimes(1);
  expect(skippedIn(3)).toEqual([]);
});

it('tells the failure that stays on every backend, and reads the next film', async () => {
  for (let i = 0; i < 3; i++) vi.mocked(parts.analyse).mockRejectedValueOnce(LOST);
  analyse(1);
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(runEvents(1).at(-1)).toMatchObject({ type: 'failed', problem: { code: 'model-failed' } });
  expect(runEvents(2).at(-1)).not.toHaveProperty('study.recoveries');
});

it('reads the film in hand on the backend that is chosen meanwhile', async () => {
  vi.mocked(parts.analyse).mockImplementationOnce(async () => {
    receive({ type: 'use-backend', backend: 'cpu' });
    throw new ModelError('disposed', 'Unloaded.', 'Load again.');
  });
  analyse(1);
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  expect(runEvents(1).map(({ type }) => type)).toEqual(['decoded', 'done']);
  expect(vi.mocked(parts.createEngine).mock.calls[1]?.[3].first).toBe('cpu');
});

it('reads the film in hand on the backend that is chosen while a classifier loads', async () => {
  let disposed = () => {};
  ENGINE.withClassifier.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        disposed = () => reject(new ModelError('disposed', 'Unloaded.', 'Load again.'));
      }),
  );
  // A started engine says so to whoever still waits for a classifier of it.
  ENGINE.dispose.mockImplementation(() => disposed());
  receive({ type: 'choose', classifier: 'other' });
  analyse(1);
  await vi.waitFor(() => expect(ENGINE.withClassifier).toHaveBeenCalled());
  receive({ type: 'use-backend', backend: 'cpu' });
  await vi.waitFor(() => expect(['done', 'failed']).toContain(runEvents(1).at(-1)?.type));
  expect(runEvents(1).map(({ type }) => type)).toEqual(['decoded', 'done']);
  expect(vi.mocked(parts.createEngine).mock.calls[1]?.[3].first).toBe('cpu');
});

it('corrects a film before it is shown, and passes on what a person sets aside', async () => {
  const source = {
    ...fileSource('a'),
    corrections: ['invert'],
    overrides: ['inverted'],
  } as const;
  receive({ type: 'analyse', runId: 1, source, filmKey: 1 });
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  const [read, , options] = vi.mocked(parts.analyse).mock.calls[0] ?? [];
  expect([...(read?.data ?? [])]).toEqual([255, 0]);
  expect(read?.corrections).toEqual(['invert']);
  expect(options?.overrides).toEqual(['inverted']);
});

it('tells why the networks cannot be loaded, and tries again with the next film', async () => {
  vi.mocked(parts.createEngine).mockRejectedValueOnce(new Error('offline'));
  analyse(1);
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(runEvents(1).at(-1)).toMatchObject({ type: 'failed' });
  const states = told.flatMap((message) =>
    message.type === 'models' ? [message.models.status] : [],
  );
  expect(states).toEqual(['loading', 'failed', 'loading', 'ready']);
});

it('says nothing more of a run that was aborted, and does not analyse a film in vain', async () => {
  analyse(1);
  receive({ type: 'abort', runId: 1 });
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  await settle();
  expect(runEvents(1)).toEqual([]);
  expect(parts.analyse).toHaveBeenCalledTimes(1);
});

it('tells a file that has gone away', async () => {
  const blob = new Blob();
  blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  receive({ type: 'analyse', runId: 1, source: { kind: 'file', name: 'a', blob }, filmKey: 1 });
  await vi.waitFor(() => expect(runEvents(1)).toHaveLength(1));
  expect(runEvents(1)[0]).toMatchObject({ problem: { code: 'unreadable-file' } });
});

const SAID = { gateOverridden: ['inverted'], warnings: [] } as const;

const compare = (runId: number, filmKey = 7) =>
  receive({
    type: 'compare',
    runId,
    filmKey,
    request: {
      source: fileSource('a'),
      lungs: LUNGS,
      lungsEdited: true,
      said: SAID,
      classifier: 'other',
    },
  });

it('reads a film again by another classifier inside the lungs given', async () => {
  compare(1);
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  const [downloading, done] = runEvents(1);
  expect(downloading).toEqual({ type: 'downloading', loadedBytes: 5, totalBytes: 10 });
  expect(done).toMatchObject({ type: 'done', study: { lungs: LUNGS } });
  expect(done?.type === 'done' && done.study).not.toHaveProperty('film');
  expect(ENGINE.withClassifier).toHaveBeenCalledWith('other', expect.anything());
  const [read, lungs, view] = vi.mocked(parts.reclassify).mock.calls[0] ?? [];
  expect([read?.name, lungs, view]).toEqual(['a', LUNGS, OTHER]);
  expect(vi.mocked(parts.reclassify).mock.calls[0]?.[3]).toMatchObject({
    lungsEdited: true,
    said: SAID,
  });
  expect(parts.analyse).not.toHaveBeenCalled();
});

it('decodes a film once, however often stage 2 goes over it', async () => {
  analyse(1);
  compare(2, 1);
  compare(3, 1);
  await vi.waitFor(() => expect(runEvents(3).at(-1)?.type).toBe('done'));
  expect(parts.decode).toHaveBeenCalledTimes(1);
  const [read] = vi.mocked(parts.reclassify).mock.calls[0] ?? [];
  expect([read?.width, read?.height]).toEqual([2, 2]);
  compare(4, 99);
  await vi.waitFor(() => expect(runEvents(4).at(-1)?.type).toBe('done'));
  expect(parts.decode).toHaveBeenCalledTimes(2);
});

it('tells why another classifier cannot be had, and goes on with the engine', async () => {
  ENGINE.withClassifier.mockRejectedValueOnce(
    new ModelError('download-failed', 'Not there.', 'Check the connection.'),
  );
  compare(1);
  await vi.waitFor(() => expect(runEvents(1)).toHaveLength(1));
  expect(runEvents(1)[0]).toEqual({
    type: 'failed',
    problem: { code: 'download-failed', message: 'Not there.', advice: 'Check the connection.' },
  });
  compare(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(parts.createEngine).toHaveBeenCalledTimes(1);
  expect(ENGINE.dispose).not.toHaveBeenCalled();
});

it('starts the networks anew after they broke down over a comparison', async () => {
  vi.mocked(parts.reclassify).mockRejectedValueOnce(
    new AnalysisError('model-failed', 'Lost the device.', 'Try again.'),
  );
  compare(1);
  compare(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(runEvents(1).at(-1)).toMatchObject({ type: 'done' });
  expect(ENGINE.dispose).toHaveBeenCalledTimes(1);
  expect(parts.createEngine).toHaveBeenCalledTimes(2);
});

it('says nothing of a comparison that was aborted, and stops its download', async () => {
  let signal: AbortSignal | undefined;
  ENGINE.withClassifier.mockImplementationOnce((_, options) => {
    signal = options.signal;
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal?.reason));
    });
  });
  compare(1);
  await vi.waitFor(() => expect(signal).toBeDefined());
  receive({ type: 'abort', runId: 1 });
  analyse(2);
  await vi.waitFor(() => expect(runEvents(2).at(-1)?.type).toBe('done'));
  expect(runEvents(1)).toEqual([]);
  expect(parts.reclassify).not.toHaveBeenCalled();
});

it('has the chosen classifier read films', async () => {
  receive({ type: 'choose', classifier: 'other' });
  analyse(1);
  await vi.waitFor(() => expect(runEvents(1).at(-1)?.type).toBe('done'));
  expect(vi.mocked(parts.analyse).mock.calls[0]?.[1]).toBe(OTHER);
});

it('lists the shelf, or tells why it cannot', async () => {
  const shelves = () =>
    told.flatMap((message) => (message.type === 'shelf' ? [message.shelf] : []));
  receive({ type: 'list-shelf' });
  await vi.waitFor(() => expect(shelves()).toHaveLength(2));
  expect(shelves()).toEqual([
    { status: 'loading' },
    { status: 'ready', segmenter: classifierCard, classifiers: [] },
  ]);
  expect(parts.readShelf).toHaveBeenCalledWith('https://example.test/models/');
  vi.mocked(parts.readShelf).mockRejectedValueOnce(
    new ShelfError('shelf-invalid', 'Not a shelf.', 'Reload the app.'),
  );
  receive({ type: 'list-shelf' });
  await vi.waitFor(() => expect(shelves()).toHaveLength(4));
  expect(shelves()[3]).toMatchObject({ status: 'failed', problem: { code: 'shelf-invalid' } });
});

it('shows a film without reading it, and says where it cannot', async () => {
  const dicom = { modality: 'DX' } as never;
  receive({ type: 'show', runId: 1, source: { ...fileSource('a'), dicom } as never });
  await vi.waitFor(() => expect(told.at(-1)?.type).toBe('shown'));
  expect(told.at(-1)).toMatchObject({ runId: 1, film: { name: 'a', dicom: { modality: 'DX' } } });
  const gone = vi.fn().mockRejectedValue(new Error('gone'));
  createAnalysisService({ ...parts, decode: gone })({
    type: 'show',
    runId: 2,
    source: fileSource('b'),
  });
  await vi.waitFor(() => expect(told.at(-1)).toEqual({ type: 'shown', runId: 2, film: null }));
  expect(parts.analyse).not.toHaveBeenCalled();
});
