import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { openEngine } from '../../src/cli/open-engine.ts';
import { readFilm } from '../../src/cli/read-film.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { measureMemory } from '../../src/models/measure-memory.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';

/** Three films through the shipped networks, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tensors-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, width: number, data: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, encode({ width, height: data.length / width, data, channels: 1 }));
  return path;
}

test('tensors are back to the starting count after every film, answered, refused or broken', async () => {
  const { film } = syntheticFilm(3);
  const answered = await write('film.png', film.width, Uint8Array.from(film.data));
  const blank = await write('blank.png', 200, new Uint8Array(40_000));
  // Grey noise: contrast enough to be segmented, lungs or not.
  const noise = Uint8Array.from({ length: 40_000 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
  const odd = await write('noise.png', 200, noise);
  const broken = join(folder, 'broken.png');
  await writeFile(broken, 'no picture');

  const { signal } = new AbortController();
  const engine = await openEngine('wasm', signal);
  const reader = {
    decode: createFilmDecoder(loadCodecNode),
    engine: async () => engine,
    signal,
  };
  const before = measureMemory();
  expect(before.tensors).toBeGreaterThan(0);
  const statuses: string[] = [];
  for (const path of [answered, blank, odd, broken, answered]) {
    statuses.push((await readFilm(path, reader, null)).status);
    const { tensors, tensorBytes } = measureMemory();
    expect({ tensors, tensorBytes }).toEqual({
      tensors: before.tensors,
      tensorBytes: before.tensorBytes,
    });
  }
  expect(statuses[0]).toBe('ok');
  expect(statuses.toSpliced(2, 1)).toEqual(['ok', 'refused', 'error', 'ok']);
  engine.dispose();
  expect(measureMemory().tensors).toBe(0);
});
