import { parentPort } from 'node:worker_threads';

/** Hangs, never answers, or throws, as the file's first byte says; else it finds a film. */
parentPort?.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  for (;;) if (bytes[0] !== 1) break;
  if (bytes[0] === 2) return;
  if (bytes[0] === 3) throw new Error('beyond repair');
  parentPort?.postMessage({ outcome: 'film', ms: 1, fault: null });
});

parentPort?.postMessage('ready');
