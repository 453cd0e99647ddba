import { Session } from 'node:inspector/promises';
import { expect, test } from 'vitest';
import { sizeOfHeap } from '../../../tools/soak/heap-size.ts';

async function measure() {
  const session = new Session();
  session.connect();
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => chunks.push(params.chunk));
  await session.post('HeapProfiler.collectGarbage');
  await session.post('HeapProfiler.takeHeapSnapshot');
  session.disconnect();
  return sizeOfHeap(chunks.join(''));
}

test('finds objects, strings and the contents of typed arrays in a heap of V8', async () => {
  await measure();
  const before = await measure();
  const kept = {
    objects: Array.from({ length: 50_000 }, (_, index) => ({ index })),
    bytes: new Uint8Array(8_000_000),
    text: 'long text '.repeat(100_000).toUpperCase(),
  };
  const after = await measure();
  const grown = after.dataBytes - before.dataBytes;
  expect(grown).toBeGreaterThan(kept.bytes.length + kept.text.length + 50_000 * 12);
  expect(grown).toBeLessThan(13_000_000);
  expect(after.codeBytes).toBeGreaterThan(0);
  expect(after.codeBytes - before.codeBytes).toBeLessThan(1_000_000);
});
