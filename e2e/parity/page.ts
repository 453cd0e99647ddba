import type { Answer, Reply, Request } from './protocol.ts';

declare global {
  interface Window {
    /** Runs one request in a worker of its own, as the app does. */
    runInWorker<R extends Request>(request: R): Promise<Answer<R>>;
  }
}

window.runInWorker = <R extends Request>(request: R) =>
  new Promise<Answer<R>>((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const finish = (act: () => void) => {
      worker.terminate();
      act();
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) =>
      finish(() => {
        if (data.ok) resolve(data.value as Answer<R>);
        else reject(new Error(data.message));
      });
    worker.onerror = (event) => finish(() => reject(new Error(event.message)));
    worker.postMessage(request);
  });
