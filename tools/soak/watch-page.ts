import type { Page } from '@playwright/test';
import type { RuntimeMemory } from '../../src/models/measure-memory.ts';
import { type HeapSize, sizeOfHeap } from './heap-size.ts';
import type { Threads } from './threads.ts';

/** One point of the curves. */
export interface Sample extends RuntimeMemory {
  /** Films read so far. */
  readonly films: number;
  /** Of the page's own thread, after its garbage is collected; see HeapSize. */
  readonly pageDataBytes: number;
  readonly pageCodeBytes: number;
  /** Of the analysis worker and the display worker together, without WebAssembly's memory. */
  readonly workerDataBytes: number;
  readonly workerCodeBytes: number;
  readonly domNodes: number;
  readonly eventListeners: number;
  /** Object URLs that were made and not revoked. */
  readonly objectUrls: number;
}

interface Watched {
  workers: Worker[];
  urls: Set<string>;
}

/** Before the app starts: remembers its workers and its object URLs. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { workers: [], urls: new Set() };
    Object.assign(globalThis, { watched });
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        watched.workers.push(this);
      }
    };
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (object) => {
      const url = createObjectURL.call(URL, object);
      watched.urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      watched.urls.delete(url);
      revokeObjectURL.call(URL, url);
    };
  });
}

/** Asks the analysis worker, which alone knows the message `measure`. */
async function askWorker(page: Page): Promise<RuntimeMemory> {
  return page.evaluate(() => {
    const { workers } = (globalThis as unknown as { watched: Watched }).watched;
    const listening = new AbortController();
    return new Promise<RuntimeMemory>((resolve) => {
      for (const worker of workers) {
        worker.addEventListener(
          'message',
          ({ data }) => {
            if (data?.type !== 'measured') return;
            listening.abort();
            resolve(data.memory);
          },
          { signal: listening.signal },
        );
        worker.postMessage({ type: 'measure' });
      }
    });
  });
}

export async function takeSample(page: Page, threads: Threads, films: number): Promise<Sample> {
  const inPage = sizeOfHeap(await threads.snapshotOfPage());
  const inWorkers = (await threads.snapshotsOfWorkers()).map(sizeOfHeap);
  const sum = (of: keyof HeapSize) => inWorkers.reduce((total, size) => total + size[of], 0);
  const { metrics } = await threads.session.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  const objectUrls = await page.evaluate(
    () => (globalThis as unknown as { watched: Watched }).watched.urls.size,
  );
  const runtime = await askWorker(page);
  return {
    films,
    ...runtime,
    pageDataBytes: inPage.dataBytes,
    pageCodeBytes: inPage.codeBytes,
    workerDataBytes: sum('dataBytes') - (runtime.wasmHeapBytes ?? 0),
    workerCodeBytes: sum('codeBytes'),
    domNodes: metric('Nodes'),
    eventListeners: metric('JSEventListeners'),
    objectUrls,
  };
}
