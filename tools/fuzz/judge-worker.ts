import { parentPort } from 'node:worker_threads';
import { type Judged, judgeFile } from './judge-file.ts';

/** What the thread is asked: to read a file, or what it holds when its garbage is gone. */
export type Asked = { readonly bytes: Uint8Array; readonly archive: boolean } | 'held';

export type Answered = Judged | { readonly heldBytes: number };

parentPort?.on('message', async (asked: Asked) => {
  if (asked !== 'held') {
    parentPort?.postMessage((await judgeFile(asked.bytes, asked.archive)) satisfies Answered);
    return;
  }
  globalThis.gc?.();
  const heldBytes = process.memoryUsage().arrayBuffers;
  parentPort?.postMessage({ heldBytes } satisfies Answered);
});

parentPort?.postMessage('ready');
