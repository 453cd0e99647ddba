import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createModelStore } from '../../../../src/platform/storage/models/model-store.ts';
import type { StoreNews } from '../../../../src/platform/storage/models/store-news.ts';
import { aFile } from './a-file.ts';
import { cutAfter, type FlakyServer, startFlakyServer, status, whole } from './flaky-server.ts';
import { MemoryBlobs } from './memory-blobs.ts';

const SIZE = 20_000;
const { bytes, file } = aFile(SIZE);
let server: FlakyServer;
let files: MemoryBlobs;
let news: StoreNews[];

beforeAll(async () => {
  server = await startFlakyServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  files = new MemoryBlobs();
  news = [];
});

const store = () =>
  createModelStore({
    base: server.base,
    files,
    pieces: new MemoryBlobs(),
    pausesMs: [1],
    tell: (told) => news.push(told),
  });

describe('createModelStore', () => {
  it('keeps what it downloads under its hash, and then asks no server', async () => {
    server.give(whole(bytes));
    expect(await store().obtain(file)).toEqual(bytes);
    expect([...files.blobs.keys()]).toEqual([file.sha256]);
    expect(news).toEqual([{ type: 'kept', path: file.path }]);
    expect(await store().obtain(file)).toEqual(bytes);
    expect(server.ranges).toHaveLength(1);
  });

  it('fetches a file anew that was damaged on disk', async () => {
    server.give(whole(bytes));
    files.blobs.set(file.sha256, bytes.slice(0, SIZE - 1));
    expect(await store().obtain(file)).toEqual(bytes);
    expect(files.blobs.get(file.sha256)).toEqual(bytes);
  });

  it('never keeps half a file', async () => {
    server.give(cutAfter(SIZE / 2, bytes), status(404));
    await expect(store().obtain(file)).rejects.toMatchObject({ code: 'download-failed' });
    expect(files.blobs.size).toBe(0);
    expect(news).toEqual([]);
  });

  it('gives the file and says why it is not kept where the disk is full', async () => {
    server.give(whole(bytes));
    files.full = true;
    expect(await store().obtain(file)).toEqual(bytes);
    expect(news).toMatchObject([
      {
        type: 'not-kept',
        problem: {
          code: 'no-space',
          message: expect.stringContaining('too little space'),
          advice: expect.stringContaining('free some disk space'),
        },
      },
    ]);
  });

  it('counts every byte once, from the server, from the disk and after a fresh start', async () => {
    const count = async () => {
      let counted = 0;
      await store().obtain(file, {
        onBytes: (n) => {
          counted += n;
        },
      });
      return counted;
    };
    server.give(cutAfter(SIZE / 2, bytes), whole(bytes.toReversed()), whole(bytes));
    expect(await count()).toBe(SIZE);
    expect(await count()).toBe(SIZE);
  });
});
