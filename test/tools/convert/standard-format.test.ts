import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { worstDifference } from '../../models/compare.ts';
import { convertGolden, readGolden } from './convert-golden.ts';

const files = convertGolden('resunet', 'float16');
let server: Server;

beforeAll(async () => {
  await tf.setBackend('cpu');
  server = createServer(({ url }, response) => {
    const bytes = files.get((url ?? '').slice(1));
    if (bytes) response.end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterAll(() => {
  server.close();
});

it('is a graph model that tf.loadGraphModel opens by its URL', async () => {
  const { port } = server.address() as AddressInfo;
  const graph = await loadGraphModel(`http://127.0.0.1:${port}/model.json`);
  expect(graph.inputs).toMatchObject([{ name: 'film', shape: [-1, 64, 64, 1], dtype: 'float32' }]);
  expect(graph.outputs).toMatchObject([{ name: 'head', dtype: 'float32' }]);
  const golden = readGolden('resunet');
  const film = tf.tensor4d(golden('film').data, [1, 64, 64, 1]);
  // Two films at once: the number of films is open.
  const logits = graph.predict(tf.concat([film, film])) as tf.Tensor;
  expect(logits.shape).toEqual([2, 64, 64, 1]);
  const expected = golden('logits').data;
  expect(worstDifference(logits.dataSync().subarray(expected.length), expected)).toBeLessThan(2e-2);
});
