import { describe, expect, it } from 'vitest';
import { createEngine, type EngineProgress } from '../../src/models/create-engine.ts';
import { type TinyNetworks, tinyNetworks } from './tiny-networks.ts';

const start = (networks: TinyNetworks, options: object = {}) =>
  createEngine({ ...networks, preferred: 'wasm', ...options });

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

/** The networks with one JSON file changed. */
function changed(path: string, change: (json: Record<string, unknown>) => void): TinyNetworks {
  const networks = tinyNetworks('vgg-ma', 'float32');
  const json = JSON.parse(text(networks.files.get(path)));
  change(json);
  networks.files.set(path, bytes(json));
  return networks;
}

describe('createEngine', () => {
  it('tells a download that only grows and ends complete, then the backends tried', async () => {
    const told: EngineProgress[] = [];
    const networks = tinyNetworks('vgg-ma', 'float16');
    const engine = await start(networks, { onProgress: (p: EngineProgress) => told.push(p) });
    engine.dispose();
    const downloads = told.filter((p) => p.phase === 'downloading');
    expect(downloads[0]).toMatchObject({ loadedBytes: 0 });
    const sizes = downloads.map(({ loadedBytes }) => loadedBytes);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    const shards = [...networks.files].filter(([path]) => path.endsWith('.bin'));
    const total = shards.reduce((sum, [, shard]) => sum + shard.length, 0);
    expect(downloads.at(-1)).toEqual({
      phase: 'downloading',
      loadedBytes: total,
      totalBytes: total,
    });
    expect(told.slice(downloads.length)).toEqual([{ phase: 'starting', backend: 'wasm' }]);
  });

  it('refuses every file that is not the one in the card', async () => {
    const paths = [...tinyNetworks('vgg-ma', 'float32').files.keys()].filter(
      (path) => !path.endsWith('card.json'),
    );
    expect(paths).toHaveLength(4);
    for (const path of paths) {
      const networks = tinyNetworks('vgg-ma', 'float32');
      const damaged = new Uint8Array(networks.files.get(path) as Uint8Array);
      damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] as number) ^ 1;
      networks.files.set(path, damaged);
      await expect(start(networks)).rejects.toMatchObject({
        code: 'hash-mismatch',
        message: expect.stringContaining(path),
      });
    }
  });

  it('refuses files that no card lists', async () => {
    const networks = changed('vgg-ma/card.json', (card) => {
      card.files = { 'model.json': (card.files as Record<string, string>)['model.json'] };
    });
    await expect(start(networks)).rejects.toMatchObject({ code: 'hash-mismatch' });
  });

  it('refuses a card that is broken, and says which field', async () => {
    const networks = changed('vgg-ma/card.json', (card) => {
      card.temperature = -1;
    });
    await expect(start(networks)).rejects.toMatchObject({
      code: 'card-invalid',
      message: expect.stringMatching(/vgg-ma\/card\.json.*temperature/s),
    });
    networks.files.set('vgg-ma/card.json', new TextEncoder().encode('{"kind":'));
    await expect(start(networks)).rejects.toMatchObject({ code: 'card-invalid' });
  });

  it('refuses the segmenter in the place of the classifier', async () => {
    const networks = tinyNetworks('vgg-ma', 'float32');
    await expect(
      start({ ...networks, folders: { segmenter: 'vgg-ma', classifier: 'resunet' } }),
    ).rejects.toMatchObject({ code: 'model-invalid' });
  });

  it('passes on what the source says of a missing file', async () => {
    const networks = tinyNetworks('vgg-ma', 'float32');
    networks.files.delete('resunet/model.json');
    await expect(start(networks)).rejects.toThrow('no resunet/model.json');
  });

  it('turns a backend down that gives wrong answers, with the reason', async () => {
    const networks = changed('vgg-ma/card.json', (card) => {
      card.selfTest = { logits: [9, 9, 9, 9, 9], tolerance: 0.05 };
    });
    await expect(start(networks)).rejects.toMatchObject({
      code: 'no-backend',
      message: expect.stringMatching(/wasm: wrong classes in the self-test: off by/),
    });
    const lungs = changed('resunet/card.json', (card) => {
      card.selfTest = { pooledLogits: new Array(64).fill(50), tolerance: 0.1 };
    });
    await expect(start(lungs)).rejects.toMatchObject({
      code: 'no-backend',
      message: expect.stringMatching(/wasm: wrong lungs in the self-test/),
    });
  });

  it('under Node takes WASM by itself, and says why no GPU', async () => {
    const engine = await start(tinyNetworks('vgg-ma', 'float32'), { preferred: 'auto' });
    engine.dispose();
    expect(engine.backend).toBe('wasm');
    expect(engine.rejected).toEqual([
      { backend: 'webgpu', reason: 'not offered by this browser' },
      { backend: 'webgl', reason: 'no WebGL 2' },
    ]);
  });

  it('stops on abort, before and while it loads', async () => {
    const reason = new Error('closed');
    await expect(
      start(tinyNetworks('vgg-ma', 'float32'), { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    const controller = new AbortController();
    await expect(
      start(tinyNetworks('vgg-ma', 'float32'), {
        signal: controller.signal,
        onProgress: () => controller.abort(reason),
      }),
    ).rejects.toBe(reason);
  });

  it('cannot be used after dispose, and can be disposed of twice', async () => {
    const engine = await start(tinyNetworks('vgg-ma', 'float32'));
    engine.dispose();
    engine.dispose();
    const film = new Float32Array(64 * 64);
    await expect(engine.segment(film)).rejects.toMatchObject({ code: 'disposed' });
    await expect(engine.classify(film, film)).rejects.toMatchObject({ code: 'disposed' });
  });

  it('refuses inputs of another size', async () => {
    const engine = await start(tinyNetworks('vgg-ma', 'float32'));
    await expect(engine.segment(new Float32Array(63 * 63))).rejects.toThrow(RangeError);
    engine.dispose();
  });
});
