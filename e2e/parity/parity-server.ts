import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, preview } from 'vite';
import { viteOptions } from './vite-options.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface ParityServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the parity page and serves it, cross-origin isolated, on a free port. */
export async function startParityServer(): Promise<ParityServer> {
  await build(viteOptions);
  const server = await preview(viteOptions);
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the parity page is not served');
  return { url, close: () => server.close() };
}

/** Where the page's files/ come from: memory first, then folders of the repository. */
export async function serveFiles(
  page: Page,
  inMemory: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> {
  await page.route('**/files/**', async (route) => {
    const path = decodeURIComponent(
      new URL(route.request().url()).pathname.replace(/^\/files\//, ''),
    );
    const bytes = inMemory.get(path);
    if (bytes) {
      await route.fulfill({ body: Buffer.from(bytes), contentType: 'application/octet-stream' });
    } else {
      const folder = path.startsWith('golden/') ? 'test' : 'public/models';
      await route.fulfill({
        path: join(ROOT, folder, path),
        contentType: 'application/octet-stream',
      });
    }
  });
}
