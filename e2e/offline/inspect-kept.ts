import type { Page } from '@playwright/test';

/** Hashes of the model files on disk, and how many of them are not what their names say. */
export async function inspectKept(page: Page) {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.startsWith('manet-model-files')) ?? '';
    const cache = await caches.open(name);
    const requests = await cache.keys();
    let wrong = 0;
    for (const request of requests) {
      const bytes = (await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      if (!request.url.endsWith(hex)) wrong += 1;
    }
    return { files: requests.length, wrong };
  });
}
