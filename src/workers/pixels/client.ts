import type { PixelsPacked, PixelsWanted } from './protocol.ts';

/** Has a worker of its own pack a film's pixels, so that neither the page nor a batch waits. */
export function packPixels(wanted: PixelsWanted): Promise<PixelsPacked> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PixelsPacked>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<PixelsPacked>) => resolve(data);
    worker.onerror = () => reject(new Error('the worker that packs pixels broke down'));
    worker.postMessage(wanted);
  }).finally(() => worker.terminate());
}
