import type { RouteMatchCallback } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { Route, type Router } from 'workbox-routing';
import type { Presence } from '../../platform/storage/models/check-files.ts';
import { secureResponse } from './secure-response.ts';
import { integrityOf, type ShellFile } from './shell-file.ts';

/** The app's own files: kept when a version is installed, and served without asking the network. */
export class Shell {
  readonly #precache = new PrecacheController({
    plugins: [{ handlerWillRespond: async ({ response }) => secureResponse(response) }],
  });
  readonly #integrity: ReadonlyMap<string, string>;

  constructor(files: readonly ShellFile[], scope: string) {
    this.#integrity = new Map(
      files.map(({ url, integrity }) => [new URL(url, scope).href, integrity]),
    );
    // Their hashes make the keys: a file that did not change is not fetched again.
    this.#precache.addToCacheList(
      [...this.#integrity].map(([url, integrity]) => ({ url, integrity, revision: integrity })),
    );
  }

  /** Routes for every file and, under any address that a page may have, for index.html. */
  addRoutes(router: Router, scope: string): void {
    router.registerRoute(new PrecacheRoute(this.#precache));
    const page = this.#precache.createHandlerBoundToURL(new URL('index.html', scope).href);
    const models = new URL('models/', scope).pathname;
    const isPage: RouteMatchCallback = ({ request, url }) =>
      request.mode === 'navigate' && !url.pathname.startsWith(models);
    router.registerRoute(new Route(isPage, page));
  }

  /** Fetches what is new; rejects unless every file arrives and has the right hash. */
  install(event: ExtendableEvent): Promise<unknown> {
    return this.#precache.install(event);
  }

  /** Takes away the files of other versions. */
  activate(event: ExtendableEvent): Promise<unknown> {
    return this.#precache.activate(event);
  }

  /** A file of this version. */
  async read(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const response = await this.#precache.matchPrecache(url);
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  }

  /** Counts the files that are here; with `verify`, those whose contents are right. */
  async check(verify: boolean): Promise<Presence> {
    const cache = await caches.open(this.#precache.strategy.cacheName);
    let [present, bytes] = [0, 0];
    for (const [url, key] of this.#precache.getURLsToCacheKeys()) {
      const response = await cache.match(key);
      if (!response) continue;
      if (verify) {
        const contents = await response.arrayBuffer();
        if ((await integrityOf(contents)) !== this.#integrity.get(url)) {
          // The next request fetches it anew, and keeps it if it is right.
          await cache.delete(key);
          continue;
        }
        bytes += contents.byteLength;
      }
      present += 1;
    }
    return { present, needed: this.#integrity.size, bytes };
  }

  /** Fetches files that a cleared or damaged disk has lost. */
  async repair(): Promise<void> {
    const cache = await caches.open(this.#precache.strategy.cacheName);
    for (const [url, key] of this.#precache.getURLsToCacheKeys()) {
      if (await cache.match(key)) continue;
      const integrity = this.#integrity.get(url) ?? '';
      const response = await fetch(url, { integrity, cache: 'reload' });
      if (response.ok) await cache.put(key, response);
    }
  }
}
