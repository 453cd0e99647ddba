import { cacheStorageBlobs } from './cache-storage-blobs.ts';
import { createModelStore, type ModelStore } from './model-store.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { newsChannelName, type StoreNews } from './store-news.ts';

const stores = new Map<string, ModelStore>();

/** The store of this browser, for the models under `base`, in a worker or the service worker. */
export function browserModelStore(base: string): ModelStore {
  const known = stores.get(base);
  if (known) return known;
  const news = new BroadcastChannel(newsChannelName(base));
  const store = createModelStore({
    base,
    files: cacheStorageBlobs('files', base),
    pieces: cacheStorageBlobs('pieces', base),
    tell: (message: StoreNews) => news.postMessage(message),
    alone: oneAtATime(base),
  });
  stores.set(base, store);
  return store;
}
