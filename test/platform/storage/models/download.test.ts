import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../../../src/platform/storage/models/download.ts';
import { aFile } from './a-file.ts';
import {
  cutAfter,
  type FlakyServer,
  silence,
  someOf,
  stall,
  startFlakyServer,
  status,
  whole,
  wholeOnly,
} from './flaky-server.ts';
import { MemoryBlobs } from './memory-blobs.ts';

const SIZE = 3_000_000;
const { bytes, file } = aFile(SIZE);
let server: FlakyServer;
let pieces: MemoryBlobs;

beforeAll(async () => {
  server = await startFlakyServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  pieces = new MemoryBlobs();
});

const get = (options: object = {}) =>
  download(file, { base: server.base, pieces, pausesMs: [1, 1, 1], ...options });

/** Compared by vitest, a file of this size takes half a minute. */
const isWhole = (received: Uint8Array) => Buffer.compare(received, bytes) === 0;

const startOf = (range: string | undefined) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);

describe('download', () => {
  it('goes on where a connection broke, and leaves no pieces behind', async () => {
    server.give(cutAfter(SIZE / 2, bytes), whole(bytes));
    const received: number[] = [];
    expect(isWhole(await get({ onReceived: (n: number) => received.push(n) }))).toBe(true);
    expect(server.ranges[0]).toBeUndefined();
    expect(startOf(server.ranges[1])).toBeGreaterThan(0);
    expect(startOf(server.ranges[1])).toBeLessThanOrEqual(SIZE / 2);
    expect(received).toEqual(received.toSorted((a, b) => a - b));
    expect(received.at(-1)).toBe(SIZE);
    expect(pieces.blobs.size).toBe(0);
  });

  it('goes on another day from the pieces on disk', async () => {
    server.give(cutAfter(SIZE / 2, bytes), status(503));
    await expect(get()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('503'),
      advice: expect.stringContaining('kept'),
    });
    const kept = [...pieces.blobs.values()].reduce((sum, piece) => sum + piece.length, 0);
    expect(kept).toBeGreaterThan(0);
    server.give(whole(bytes));
    expect(isWhole(await get())).toBe(true);
    expect(server.ranges).toEqual([`bytes=${kept}-`]);
  });

  it('starts over at a server that cannot continue', async () => {
    server.give(cutAfter(SIZE / 2, bytes), wholeOnly(bytes));
    expect(isWhole(await get())).toBe(true);
    expect(server.ranges).toHaveLength(2);
  });

  it('starts over where more is on disk than the file has', async () => {
    pieces.blobs.set(`${file.sha256}/0`, new Uint8Array(SIZE + 1));
    server.give(whole(bytes));
    expect(isWhole(await get())).toBe(true);
    expect(server.ranges).toEqual([`bytes=${SIZE + 1}-`, undefined]);
  });

  it('fetches a wrong file once more from its first byte', async () => {
    server.give(wholeOnly(bytes.toReversed()), whole(bytes));
    expect(isWhole(await get())).toBe(true);
    expect(server.ranges).toEqual([undefined, undefined]);
  });

  it('drops pieces that turn out to be of another file', async () => {
    pieces.blobs.set(`${file.sha256}/0`, new Uint8Array(1000));
    server.give(whole(bytes));
    expect(isWhole(await get())).toBe(true);
    expect(server.ranges).toEqual(['bytes=1000-', undefined]);
  });

  it('refuses a file that is wrong twice, says so, and keeps nothing of it', async () => {
    server.give(wholeOnly(bytes.toReversed()));
    await expect(get()).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: expect.stringMatching(/shard-1\.bin .* downloaded twice/),
      advice: expect.stringContaining('Nothing of it is used'),
    });
    expect(server.ranges).toHaveLength(2);
    expect(pieces.blobs.size).toBe(0);
  });

  it('does not ask again for a file that the server does not have', async () => {
    server.give(status(404));
    await expect(get()).rejects.toMatchObject({ message: expect.stringContaining('404') });
    expect(server.ranges).toHaveLength(1);
  });

  it('works with a full disk and with none', async () => {
    pieces.full = true;
    server.give(cutAfter(SIZE / 2, bytes), whole(bytes));
    expect(isWhole(await get())).toBe(true);
    server.give(cutAfter(SIZE / 2, bytes), whole(bytes));
    expect(isWhole(await get({ pieces: null }))).toBe(true);
    expect(startOf(server.ranges[1])).toBeGreaterThan(0);
  });

  it('tries again after a server error, and after silence before and within the answer', async () => {
    server.give(status(500), status(503), silence, stall(SIZE / 3, bytes), whole(bytes));
    expect(isWhole(await get({ silenceMs: 60, pausesMs: [1, 1, 1] }))).toBe(true);
    expect(server.ranges).toHaveLength(5);
    expect(startOf(server.ranges[4])).toBeGreaterThan(0);
  });

  it('gives up after a server error that lasts, and says so', async () => {
    server.give(status(500));
    await expect(get()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('500'),
    });
    expect(server.ranges).toHaveLength(4);
  });

  it('gets through a network that breaks after every few bytes, however often', async () => {
    const piece = SIZE / 20;
    server.give(...Array.from({ length: 30 }, () => someOf(piece, bytes)), status(404));
    expect(isWhole(await get({ pausesMs: [1] }))).toBe(true);
    expect(server.ranges).toHaveLength(20);
  });

  it('is whole or nothing wherever a connection is cut, and wherever the next one is', async () => {
    const small = aFile(20_000, 2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 20_000 }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (cuts, comesBack) => {
          const disk = new MemoryBlobs();
          const rest = comesBack ? whole(small.bytes) : status(404);
          server.give(...cuts.map((at) => someOf(at, small.bytes)), rest);
          const options = { base: server.base, pieces: disk, pausesMs: [1, 1, 1, 1, 1] };
          const result = await download(small.file, options).catch((error) => error.code);
          if (result === 'download-failed') {
            expect(comesBack).toBe(false);
            server.give(whole(small.bytes));
            expect(await download(small.file, options)).toEqual(small.bytes);
          } else expect(result).toEqual(small.bytes);
          expect(disk.blobs.size).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends with the reason of an abort, and keeps what has arrived', async () => {
    const controller = new AbortController();
    const reason = new Error('closed');
    server.give((_request, response) => {
      response.writeHead(200, { 'content-length': SIZE });
      response.write(bytes.subarray(0, SIZE / 2));
    });
    const getting = get({
      signal: controller.signal,
      onReceived: (n: number) => n && controller.abort(reason),
    });
    await expect(getting).rejects.toBe(reason);
    expect(pieces.blobs.size).toBeGreaterThan(0);
  });
});
