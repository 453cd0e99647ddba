import { beforeEach, expect, it, vi } from 'vitest';
import {
  createReadingNetworks,
  type NetworkParts,
} from '../../../src/workers/analysis/networks.ts';
import type { ModelsState } from '../../../src/workers/analysis/protocol.ts';
import { settle } from '../../app/fakes.ts';

const viewOf = (id: string) => ({ backend: 'wasm', classifier: { id } }) as never;

let told: ModelsState[];
let withClassifier: ReturnType<typeof vi.fn>;
let dispose: ReturnType<typeof vi.fn>;
let createEngine: ReturnType<typeof vi.fn<NetworkParts['createEngine']>>;
let networks: ReturnType<typeof createReadingNetworks>;

beforeEach(() => {
  told = [];
  dispose = vi.fn();
  withClassifier = vi.fn(async (id, { onBytes } = {}) => {
    onBytes?.(1, 4);
    return viewOf(id);
  });
  createEngine = vi.fn(async (classifier, onProgress) => {
    onProgress({ phase: 'downloading', loadedBytes: 2, totalBytes: 3 });
    onProgress({ phase: 'starting', backend: 'wasm' });
    const first = viewOf(classifier ?? 'first') as object;
    return {
      ...first,
      backendDescription: '2 threads',
      trials: [],
      withClassifier,
      dispose,
    } as never;
  });
  networks = createReadingNetworks({
    createEngine,
    forgetTrials: async () => {},
    tell: (models) => told.push(models),
  });
});

const statuses = () => told.map(({ status }) => status);

it('tells the way to the first engine, and which classifier reads', async () => {
  expect((await networks.reader()).classifier.id).toBe('first');
  const loading = { status: 'loading', startingOn: null } as const;
  expect(told).toEqual([
    { ...loading, loadedBytes: 0, totalBytes: 0 },
    { ...loading, loadedBytes: 2, totalBytes: 3 },
    { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: 'wasm' },
    { status: 'ready', backend: 'wasm', description: '2 threads', classifier: 'first', trials: [] },
  ]);
  await networks.reader();
  expect(createEngine).toHaveBeenCalledTimes(1);
});

it('downloads one classifier alone where it was chosen before the first load', async () => {
  networks.choose('fast');
  expect((await networks.reader()).classifier.id).toBe('fast');
  expect(createEngine).toHaveBeenCalledWith(
    'fast',
    expect.any(Function),
    expect.anything(),
    expect.any(AbortSignal),
  );
  expect(createEngine).toHaveBeenCalledTimes(1);
});

it('changes the classifier on the running engine, and tells its download', async () => {
  await networks.reader();
  told = [];
  networks.choose('fast');
  expect((await networks.reader()).classifier.id).toBe('fast');
  expect(createEngine).toHaveBeenCalledTimes(1);
  expect(told).toEqual([
    { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null },
    { status: 'loading', loadedBytes: 1, totalBytes: 4, startingOn: null },
    { status: 'ready', backend: 'wasm', description: '2 threads', classifier: 'fast', trials: [] },
  ]);
  told = [];
  networks.choose('fast');
  await settle();
  expect(told).toEqual([]);
});

it('lets the last choice win, whichever arrives first', async () => {
  await networks.reader();
  const arrivals: Record<string, () => void> = {};
  withClassifier.mockImplementation(
    (id: string) =>
      new Promise((resolve) => {
        arrivals[id] = () => resolve(viewOf(id));
      }),
  );
  networks.choose('slow');
  const slow = networks.reader();
  networks.choose('quick');
  const quick = networks.reader();
  await settle();
  arrivals.quick?.();
  arrivals.slow?.();
  expect((await slow).classifier.id).toBe('slow');
  expect((await quick).classifier.id).toBe('quick');
  expect((await networks.reader()).classifier.id).toBe('quick');
  const ready = told.flatMap((one) => (one.status === 'ready' ? [one.classifier] : []));
  expect(ready).toEqual(['first', 'quick']);
});

it('keeps the engine where the chosen classifier cannot be had, and tries again when asked', async () => {
  await networks.reader();
  withClassifier.mockRejectedValueOnce(new Error('offline'));
  networks.choose('fast');
  await expect(networks.reader()).rejects.toThrow('offline');
  await settle();
  expect(told.at(-1)).toMatchObject({ status: 'failed', problem: { code: 'internal' } });
  expect((await networks.reader()).classifier.id).toBe('fast');
  expect(createEngine).toHaveBeenCalledTimes(1);
  expect(dispose).not.toHaveBeenCalled();
});

it('gives another classifier for one reading without changing which one reads films', async () => {
  const onBytes = vi.fn();
  const view = await networks.other('plain', { onBytes });
  expect(view.classifier.id).toBe('plain');
  expect(onBytes).toHaveBeenCalledWith(1, 4);
  expect((await networks.reader()).classifier.id).toBe('first');
});

it('starts again after it was dropped, with the classifier that was chosen', async () => {
  networks.choose('fast');
  await networks.reader();
  await networks.drop();
  expect(dispose).toHaveBeenCalledTimes(1);
  expect(statuses().at(-1)).toBe('unloaded');
  expect((await networks.reader()).classifier.id).toBe('fast');
  expect(createEngine).toHaveBeenCalledTimes(2);
});

it('starts again on the backend that is chosen, given up or not', async () => {
  await networks.reader();
  await networks.drop({ backend: 'webgl', reason: 'lost' });
  await networks.reader();
  expect(createEngine.mock.calls[1]?.[2]).toEqual({
    first: null,
    skip: new Map([['webgl', 'lost']]),
  });
  networks.use('webgl');
  await networks.reader();
  expect(createEngine.mock.calls[2]?.[2]).toEqual({ first: 'webgl', skip: new Map() });
  expect(dispose).toHaveBeenCalledTimes(2);
  networks.use('webgl');
  await networks.reader();
  expect(createEngine).toHaveBeenCalledTimes(3);
});

it('starts on the backend that is chosen while another one hangs as it starts', async () => {
  createEngine.mockImplementationOnce(
    (_classifier, _onProgress, _policy, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const waiting = networks.reader();
  await settle();
  networks.use('wasm');
  await expect(waiting).rejects.toMatchObject({ code: 'disposed' });
  expect((await networks.reader()).classifier.id).toBe('first');
  expect(createEngine.mock.calls[1]?.[2].first).toBe('wasm');
  expect(statuses().at(-1)).toBe('ready');
  expect(statuses()).not.toContain('failed');
});
