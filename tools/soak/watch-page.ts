import type { Page } from '@playwright/test';
import type { RuntimeMemory } from '../../src/models/measure-memory.ts';

/** One point of the curves. */
export interface Sample extends RuntimeMemory {
  /** Films read so far. */
  readonly films: number;
  /** Of the page's own thread, after its garbage is collected. */
  readonly pageHeapBytes: number;
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
    return new Promise<RuntimeMemory>((resolve) => {
      for (const worker of workers) {
        const listening = new AbortController();
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

export async function takeSample(page: Page, films: number): Promise<Sample> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const objectUrls = await page.evaluate(
    () => (globalThis as unknown as { watched: Watched }).watched.urls.size,
  );
  return {
    films,
    ...(await askWorker(page)),
    pageHeapBytes: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0,
    objectUrls,
  };
}
