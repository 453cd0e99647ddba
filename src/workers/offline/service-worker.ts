import { Route, Router } from 'workbox-routing';
import { MODEL_FOLDERS } from '../../models/model-folders.ts';
import { browserModelStore } from '../../platform/storage/models/browser-model-store.ts';
import { cacheStorageBlobs } from '../../platform/storage/models/cache-storage-blobs.ts';
import { answerPage } from './answer-page.ts';
import { receiveShare } from './share-target.ts';
import { SHARE_PATH, sharedCacheName } from './shared-films.ts';
import { Shell } from './shell.ts';
import type { ShellFile } from './shell-file.ts';
import { ShippedModels } from './shipped-models.ts';

declare const self: ServiceWorkerGlobalScope;
/** Put in by tools/build/service-worker-plugin.ts. */
declare const __SHELL__: readonly ShellFile[];

const { scope } = self.registration;
const modelsUrl = `${scope}models/`;
const shellFiles = __SHELL__;
const shell = new Shell(shellFiles, scope);
const models = new ShippedModels({
  folders: Object.values(MODEL_FOLDERS),
  allFolders: shellFiles.flatMap(({ url }) => /^models\/(.+)\/card\.json$/.exec(url)?.[1] ?? []),
  readCard: (folder) => shell.read(`models/${folder}/card.json`),
  store: browserModelStore(modelsUrl),
  files: cacheStorageBlobs('files', modelsUrl),
  pieces: cacheStorageBlobs('pieces', modelsUrl),
});

/**
 * A first visit's page downloads the networks itself, to use them at once. A later version has them
 * before it offers itself, so that switching needs no network.
 */
async function install(event: ExtendableEvent): Promise<void> {
  await shell.install(event);
  if (self.registration.active) await models.fetchMissing();
}

async function activate(event: ExtendableEvent): Promise<void> {
  await shell.activate(event);
  await caches.delete(sharedCacheName(scope));
  await models.tidy();
  await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(activate(event)));
self.addEventListener('message', (event) => {
  const answer = (value: unknown) => event.ports[0]?.postMessage(value);
  event.waitUntil(
    // Nothing is an answer too: the page need not wait for its patience to end.
    answerPage(event.data, shell, models).then(answer, () => answer(undefined)),
  );
});

const router = new Router();
router.registerRoute(
  new Route(
    ({ url }) => url.href === `${scope}${SHARE_PATH}`,
    ({ request }) => receiveShare(request, scope),
    'POST',
  ),
);
shell.addRoutes(router, scope);
router.addFetchListener();
