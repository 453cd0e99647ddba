import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/models/create-engine.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { measureMemory } from '../../src/models/measure-memory.ts';
import type { StartedEngine } from '../../src/models/started-engine.ts';
import { type Case, readGolden } from '../tools/convert/convert-golden.ts';
import { worstDifference } from './compare.ts';
import { type TinyNetworks, tinyNetworks } from './tiny-networks.ts';

const OTHER = 'basicblock-plain';
const TOLERANCE = 1e-3;

let networks: TinyNetworks;
let engine: StartedEngine;
/** Files read, in order. */
let read: string[];
/** Runs before a file is handed out. */
let loaded: number;

beforeEach(async () => {
  networks = tinyNetworks('vgg-ma', 'float32', [OTHER]);
  read = [];
  engine = await createEngine({
    folders: networks.folders,
    source: {
      readFile(path, options) {
        read.push(path);
        return networks.source.readFile(path, options);
      },
    },
    preferred: 'wasm',
  });
  read = [];
  loaded = measureMemory().tensors;
});
afterEach(() => {
  engine.dispose();
  expect(measureMemory().tensors).toBe(0);
});

async function errorOf(view: EngineView, name: Case): Promise<number> {
  const golden = readGolden(name);
  const { logits } = await view.classify(golden('film').data, golden('mask').data);
  return worstDifference(logits, golden('logits').data);
}

function damage(path: string): () => void {
  const whole = networks.files.get(path) as Uint8Array;
  const damaged = new Uint8Array(whole);
  damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] as number) ^ 1;
  networks.files.set(path, damaged);
  return () => networks.files.set(path, whole);
}

describe('withClassifier', () => {
  it('answers as PyTorch’s other network does, beside the first, and keeps no tensor', async () => {
    const view = await engine.withClassifier(OTHER);
    expect(view.classifier.id).toBe(OTHER);
    expect(view.segmenter).toBe(engine.segmenter);
    expect(view.backend).toBe('wasm');
    const both = measureMemory().tensors;
    expect(both).toBeGreaterThan(loaded);
    expect(await errorOf(view, OTHER)).toBeLessThan(TOLERANCE);
    expect(await errorOf(engine, 'vgg-ma')).toBeLessThan(TOLERANCE);
    const lungs = readGolden('resunet');
    const logits = await view.segment(lungs('film').data);
    expect(worstDifference(logits, lungs('logits').data)).toBeLessThan(TOLERANCE);
    expect(measureMemory().tensors).toBe(both);
  });

  it('tells a download that only grows and ends complete, once', async () => {
    const told: [number, number][] = [];
    const onBytes = (bytes: number, total: number) => told.push([bytes, total]);
    const view = await engine.withClassifier(OTHER, { onBytes });
    expect(read.every((path) => path.startsWith(`${OTHER}/`))).toBe(true);
    const bytes = told.map(([one]) => one);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes[0]).toBe(0);
    expect(told.at(-1)).toEqual([told[0]?.[1], told[0]?.[1]]);
    const [files, events] = [read.length, told.length];
    expect(await engine.withClassifier(OTHER, { onBytes })).toBe(view);
    expect([read.length, told.length]).toEqual([files, events]);
  });

  it('has the engine’s own classifier without loading it again', async () => {
    const view = await engine.withClassifier('vgg-ma');
    expect(read).toEqual([]);
    expect(measureMemory().tensors).toBe(loaded);
    expect(await errorOf(view, 'vgg-ma')).toBeLessThan(TOLERANCE);
  });

  it('keeps one of two that were asked for at once', async () => {
    const [one, two] = await Promise.all([
      engine.withClassifier(OTHER),
      engine.withClassifier(OTHER),
    ]);
    expect(one).toBe(two);
    const atOnce = measureMemory().tensors;
    engine.dispose();
    engine = await createEngine({ ...networks, preferred: 'wasm' });
    await engine.withClassifier(OTHER);
    expect(atOnce).toBe(measureMemory().tensors);
  });

  it('refuses damaged files, goes on without them, and takes them once they are whole', async () => {
    const path = [...networks.files.keys()].find(
      (name) => name.startsWith(OTHER) && name.endsWith('.bin'),
    ) as string;
    const repair = damage(path);
    await expect(engine.withClassifier(OTHER)).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(measureMemory().tensors).toBe(loaded);
    expect(await errorOf(engine, 'vgg-ma')).toBeLessThan(TOLERANCE);
    repair();
    expect(await errorOf(await engine.withClassifier(OTHER), OTHER)).toBeLessThan(TOLERANCE);
  });

  it('refuses a network that gives other answers than its card says, and unloads it', async () => {
    const path = `${OTHER}/card.json`;
    const card = JSON.parse(new TextDecoder().decode(networks.files.get(path)));
    card.selfTest.logits = [9, 9, 9, 9, 9];
    networks.files.set(path, new TextEncoder().encode(JSON.stringify(card)));
    await expect(engine.withClassifier(OTHER)).rejects.toMatchObject({
      code: 'wrong-answers',
      message: expect.stringMatching(/on wasm here: wrong classes in the self-test: off by/),
      advice: expect.stringMatching(/another/),
    });
    expect(measureMemory().tensors).toBe(loaded);
  });

  it('refuses a segmenter, and passes on what the source says of a missing folder', async () => {
    await expect(engine.withClassifier('resunet')).rejects.toMatchObject({ code: 'model-invalid' });
    await expect(engine.withClassifier('none')).rejects.toThrow('no none/card.json');
  });

  it('stops on abort with the reason, before and while it loads, and can be asked again', async () => {
    const reason = new Error('closed');
    await expect(engine.withClassifier(OTHER, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(read).toEqual([]);
    const controller = new AbortController();
    const { signal } = controller;
    const onBytes = () => controller.abort(reason);
    await expect(engine.withClassifier(OTHER, { signal, onBytes })).rejects.toBe(reason);
    expect(measureMemory().tensors).toBe(loaded);
    expect((await engine.withClassifier(OTHER)).classifier.id).toBe(OTHER);
  });

  it('goes with the engine, even while it loads', async () => {
    const view = await engine.withClassifier(OTHER);
    engine.dispose();
    expect(measureMemory().tensors).toBe(0);
    const film = readGolden(OTHER)('film').data;
    await expect(view.classify(film, film)).rejects.toMatchObject({ code: 'disposed' });
    await expect(engine.withClassifier(OTHER)).rejects.toMatchObject({ code: 'disposed' });

    engine = await createEngine({ ...networks, preferred: 'wasm' });
    const loading = engine.withClassifier(OTHER, { onBytes: () => engine.dispose() });
    await expect(loading).rejects.toMatchObject({ code: 'disposed' });
    expect(measureMemory().tensors).toBe(0);
  });
});
