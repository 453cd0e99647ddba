import { getBackend } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createEngine, type EngineOptions } from '../../src/models/create-engine.ts';
import { measureMemory } from '../../src/models/measure-memory.ts';
import type * as selfTest from '../../src/models/self-test.ts';
import type * as startBackend from '../../src/models/start-backend.ts';
import type { StartedEngine } from '../../src/models/started-engine.ts';
import { tinyNetworks } from './tiny-networks.ts';

/** Where the GPU of these tests, which plain JavaScript stands in for, answers no more. */
const gpu = vi.hoisted(() => ({ hangsAt: 'self-test', asked: false }));

vi.mock('../../src/models/start-backend.ts', async (original) => {
  const real = await original<typeof startBackend>();
  return {
    ...real,
    startBackend: async (...[name, ...rest]: Parameters<typeof real.startBackend>) => {
      if (name !== 'webgl') return real.startBackend(name, ...rest);
      if (gpu.hangsAt === 'start') {
        gpu.asked = true;
        return new Promise(() => {});
      }
      return real.startBackend('cpu', ...rest);
    },
  };
});
vi.mock('../../src/models/self-test.ts', async (original) => {
  const real = await original<typeof selfTest>();
  return {
    ...real,
    testSegmenter: (...args: Parameters<typeof real.testSegmenter>) => {
      const hangs = gpu.hangsAt === 'self-test' && getBackend() === 'cpu';
      if (!hangs) return real.testSegmenter(...args);
      gpu.asked = true;
      return new Promise<number>(() => {});
    },
  };
});

let engine: StartedEngine | null;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  engine = null;
  gpu.asked = false;
});
afterEach(() => {
  vi.useRealTimers();
  engine?.dispose();
  expect(measureMemory().tensors).toBe(0);
});

const start = (more: Partial<EngineOptions> = {}) =>
  createEngine({
    ...tinyNetworks('vgg-ma', 'float32'),
    skip: new Map([['webgpu', 'not asked here']]),
    ...more,
  });

/** Until the GPU is asked for what it will not answer. */
async function hung(): Promise<void> {
  while (!gpu.asked) await new Promise((resolve) => setImmediate(resolve));
}

it.each(['self-test', 'start'])('goes on without a GPU that hangs in its %s', async (where) => {
  gpu.hangsAt = where;
  const starting = start();
  await hung();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  engine = await starting;
  expect(engine.backend).toBe('wasm');
  const [, gpuTrial] = engine.trials;
  expect(gpuTrial).toMatchObject({ backend: 'webgl', state: 'failed' });
  expect(gpuTrial?.reason).toMatch(/no answer/i);
});

it('stops at once where nobody waits any more, hung or not, and remembers nothing', async () => {
  gpu.hangsAt = 'self-test';
  const reason = new Error('another backend was chosen');
  const controller = new AbortController();
  const record = vi.fn(async () => {});
  const log = { recall: async () => null, record };
  const starting = start({ signal: controller.signal, log });
  await hung();
  controller.abort(reason);
  await expect(starting).rejects.toBe(reason);
  expect(record).not.toHaveBeenCalled();
});
