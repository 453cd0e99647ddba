import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchSource } from '../../src/models/fetch-source.ts';

const SIZE = 300_000;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/models/a/weights.bin') {
      response.end(Buffer.alloc(SIZE, 7));
    } else if (request.url === '/models/cut.bin') {
      response.writeHead(200, { 'content-length': '100' });
      response.write('short', () => response.destroy());
    } else if (request.url !== '/models/slow.bin') {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/models/`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('fetchSource', () => {
  it('reads a file below its base and counts every byte', async () => {
    let counted = 0;
    const onBytes = (bytes: number) => {
      counted += bytes;
    };
    const bytes = await fetchSource(base).readFile('a/weights.bin', { onBytes });
    expect(bytes).toEqual(new Uint8Array(SIZE).fill(7));
    expect(counted).toBe(SIZE);
  });

  it.each([
    ['none.bin', /none\.bin could not be downloaded: the server answered 404/],
    ['cut.bin', /cut\.bin could not be downloaded/],
  ])('tells what became of %s', async (path, message) => {
    await expect(fetchSource(base).readFile(path, {})).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringMatching(message),
      advice: expect.stringMatching(/connection/),
    });
  });

  it('stops on abort with the reason given', async () => {
    const controller = new AbortController();
    const reading = fetchSource(base).readFile('slow.bin', { signal: controller.signal });
    const reason = new Error('closed');
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });
});
