import { beforeEach, expect, it } from 'vitest';
import type { FromWorker, RunEvent, ToWorker } from '../../src/platform/worker-bridge/protocol.ts';
import {
  WorkerAnalyser,
  type WorkerLike,
} from '../../src/platform/worker-bridge/worker-analyser.ts';
import { fileSource, READY, settle, shownFilm, shownStudy } from './fakes.ts';

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

it('ends every run when the worker crashes, and starts a new one for the next film', async () => {
  const told: string[] = [];
  analyser.onModels(({ status }) => told.push(status));
  const { outcome } = start('a');
  only().say({ type: 'models', models: READY });
  only().crash();
  expect(await outcome).toMatchObject({ type: 'failed', problem: { code: 'worker-crashed' } });
  expect(told).toEqual(['ready', 'unloaded']);
  expect(only().terminated).toBe(true);
  start('b');
  expect(workers).toHaveLength(2);
  expect(workers[1]?.received).toMatchObject([{ type: 'analyse', runId: 2 }]);
});

it('hears nothing from a worker that has crashed', async () => {
  const first = start('a');
  only().crash();
  await first.outcome;
  start('b');
  only().crash();
  await settle();
  expect(workers).toHaveLength(2);
  expect(workers[1]?.terminated).toBe(false);
});
