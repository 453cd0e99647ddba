import { cacheStorageBlobs } from './cache-storage-blobs.ts';
import { createModelStore, type ModelStore } from './model-store.ts';
import { newsChannelName, type StoreNews } from './store-news.ts';

const stores = new Map<string, ModelStore>();

/** Runs `task` when no other tab runs one of the same name. For createModelStore's `alone`. */
function oneAtATime(base: string) {
  return async <T>(
    name: string,
    signal: AbortSignal | undefined,
    task: () => Promise<T>,
  ): Promise<T> => {
    if (!('locks' in navigator)) return task();
    return navigator.locks.request(`manet-model ${base}${name}`, signal ? { signal } : {}, task);
  };
}

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
