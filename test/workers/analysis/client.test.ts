import { beforeEach, expect, it } from 'vitest';
import { WorkerAnalyser, type WorkerLike } from '../../../src/workers/analysis/client.ts';
import type { FromWorker, RunEvent, ToWorker } from '../../../src/workers/analysis/protocol.ts';
import { fileSource, READY, settle, shownFilm, shownStudy } from '../../app/fakes.ts';
import { segmenterCard } from '../../pipeline/threshold-engine.ts';

class FakeWorker implements WorkerLike {
  readonly received: ToWorker[] = [];
  terminated = false;
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;

  postMessage(message: ToWorker): void {
    this.received.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.call(this as never, { data: message } as MessageEvent);
  }

  crash(): void {
    this.onerror?.call(this as never, { preventDefault() {} } as ErrorEvent);
  }
}

let workers: FakeWorker[];
let analyser: WorkerAnalyser;

beforeEach(() => {
  workers = [];
  analyser = new WorkerAnalyser(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
});

const only = () => workers[0] as FakeWorker;

function start(name: string) {
  const controller = new AbortController();
  const events: RunEvent[] = [];
  const outcome = analyser.analyse(fileSource(name), {
    signal: controller.signal,
    onEvent: (event) => events.push(event),
  });
  return { controller, events, outcome };
}

it('starts no worker until it is needed', () => {
  expect(workers).toHaveLength(0);
  analyser.load();
  expect(workers).toHaveLength(1);
  expect(only().received).toEqual([{ type: 'load' }]);
});

it('gives the study back the film that crossed before it', async () => {
  const { events, outcome } = start('a');
  const decoded = { type: 'decoded', film: shownFilm('a') } as const;
  const progress = { type: 'progress', progress: { stage: 'segmenting', fraction: 0.1 } } as const;
  const { film: _, ...study } = shownStudy('a');
  only().say({ type: 'run', runId: 1, event: decoded });
  only().say({ type: 'run', runId: 1, event: progress });
  only().say({ type: 'run', runId: 1, event: { type: 'done', study } });
  expect(await outcome).toEqual({ type: 'done', study: shownStudy('a') });
  expect(events).toEqual([decoded, progress]);
});

it('tells the worker of an abort, rejects at once and drops late messages', async () => {
  const { controller, events, outcome } = start('a');
  controller.abort(new Error('taken away'));
  await expect(outcome).rejects.toThrow('taken away');
  expect(only().received.at(-1)).toEqual({ type: 'abort', runId: 1 });
  only().say({ type: 'run', runId: 1, event: { type: 'decoded', film: shownFilm('a') } });
  expect(events).toEqual([]);
});

const crashedTwice = () => {
  workers.at(-1)?.crash();
  workers.at(-1)?.crash();
};

it('reads the film in hand again with a new worker after a crash, and says so', async () => {
  const told: string[] = [];
  analyser.onModels(({ status }) => told.push(status));
  const { events, outcome } = start('a');
  only().say({ type: 'models', models: READY });
  only().crash();
  expect(told).toEqual(['ready', 'unloaded']);
  expect(only().terminated).toBe(true);
  expect(events).toMatchObject([{ type: 'recovering', problem: { code: 'worker-crashed' } }]);
  expect(workers[1]?.received).toMatchObject([{ type: 'analyse', runId: 1 }]);
  const { film: _, ...study } = shownStudy('a');
  workers[1]?.say({ type: 'run', runId: 1, event: { type: 'decoded', film: shownFilm('a') } });
  workers[1]?.say({ type: 'run', runId: 1, event: { type: 'done', study } });
  expect(await outcome).toMatchObject({
    type: 'done',
    study: { recoveries: [{ code: 'worker-crashed', backend: null }] },
  });
});

it('gives a film up over which it crashed twice, and reads those that wait behind it', async () => {
  const first = start('a');
  const second = start('b');
  crashedTwice();
  expect(await first.outcome).toMatchObject({
    type: 'failed',
    problem: { code: 'worker-crashed' },
  });
  expect(workers[2]?.received).toMatchObject([{ type: 'analyse', runId: 2 }]);
  const { film: _, ...study } = shownStudy('b');
  workers[2]?.say({ type: 'run', runId: 2, event: { type: 'decoded', film: shownFilm('b') } });
  workers[2]?.say({ type: 'run', runId: 2, event: { type: 'done', study } });
  expect((await second.outcome).type).toBe('done');
});

it('hears nothing from a worker that has crashed', async () => {
  start('a');
  only().crash();
  only().crash();
  await settle();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.terminated).toBe(false);
});

function startComparing() {
  const request = {
    source: fileSource('a'),
    lungs: shownStudy('a').lungs,
    lungsEdited: false,
    said: { gateOverridden: [], warnings: [] },
    classifier: 'other',
  };
  const controller = new AbortController();
  const events: RunEvent[] = [];
  const outcome = analyser.compare(request, shownFilm('a'), {
    signal: controller.signal,
    onEvent: (event) => events.push(event),
  });
  return { request, controller, events, outcome };
}

it('gives a comparison the picture that the page has already', async () => {
  const { request, events, outcome } = startComparing();
  expect(only().received).toEqual([{ type: 'compare', runId: 1, request, filmKey: 1 }]);
  const downloading = { type: 'downloading', loadedBytes: 1, totalBytes: 2 } as const;
  only().say({ type: 'run', runId: 1, event: downloading });
  const { film: _, ...study } = shownStudy('a');
  only().say({ type: 'run', runId: 1, event: { type: 'done', study } });
  expect(await outcome).toEqual({ type: 'done', study: shownStudy('a') });
  expect(events).toEqual([downloading]);
});

it('aborts a comparison as it does a run, and ends it when the worker crashes', async () => {
  const first = startComparing();
  first.controller.abort(new Error('taken away'));
  await expect(first.outcome).rejects.toThrow('taken away');
  expect(only().received.at(-1)).toEqual({ type: 'abort', runId: 1 });
  const second = startComparing();
  crashedTwice();
  expect(await second.outcome).toMatchObject({ type: 'failed' });
});

it('passes the choice of a classifier on, to the next worker too', async () => {
  analyser.choose('other');
  expect(workers).toHaveLength(0);
  const { outcome } = start('a');
  expect(only().received.map(({ type }) => type)).toEqual(['choose', 'analyse']);
  analyser.choose('third');
  expect(only().received.at(-1)).toEqual({ type: 'choose', classifier: 'third' });
  analyser.computeOn('wasm');
  crashedTwice();
  await outcome;
  start('b');
  expect(workers.at(-1)?.received.slice(0, 2)).toEqual([
    { type: 'use-backend', backend: 'wasm' },
    { type: 'choose', classifier: 'third' },
  ]);
});

it('tells what the shelf holds, and that a crash took the answer away', () => {
  const told: string[] = [];
  const stop = analyser.onShelf(({ status }) => told.push(status));
  analyser.loadShelf();
  expect(only().received).toEqual([{ type: 'list-shelf' }]);
  only().say({ type: 'shelf', shelf: { status: 'loading' } });
  only().crash();
  expect(told).toEqual(['loading', 'failed']);
  analyser.loadShelf();
  const shelf = { status: 'ready', segmenter: segmenterCard, classifiers: [] } as const;
  workers[1]?.say({ type: 'shelf', shelf });
  workers[1]?.crash();
  expect(told).toEqual(['loading', 'failed', 'ready']);
  stop();
  analyser.loadShelf();
  workers[2]?.say({ type: 'shelf', shelf });
  expect(told).toHaveLength(3);
});

it('shows a film beside a run, and nothing where the worker cannot, breaks down or is not asked any more', async () => {
  const controller = new AbortController();
  const run = start('a');
  const shown = ['b', 'c', 'd', 'e'].map((name) =>
    analyser.show(fileSource(name), controller.signal),
  );
  const ids = only().received.flatMap((one) => (one.type === 'show' ? one.runId : []));
  only().say({ type: 'shown', runId: ids[0] ?? -1, film: shownFilm('b') });
  only().say({ type: 'shown', runId: ids[1] ?? -1, film: null });
  controller.abort();
  expect(await Promise.all(shown)).toEqual([shownFilm('b'), null, null, null]);
  const last = analyser.show(fileSource('f'), new AbortController().signal);
  only().crash();
  expect(await last).toBeNull();
  expect(run.events.at(-1)?.type).toBe('recovering');
});
