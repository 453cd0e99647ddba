import { toProblem } from '../../../errors/problem.ts';
import { offerInstall } from '../../../platform/offline/install-offer.ts';
import { isolateByReload } from '../../../platform/offline/isolate-by-reload.ts';
import { askForPersistence, readPersistence } from '../../../platform/offline/keep-storage.ts';
import { newsChannelName, type StoreNews } from '../../../platform/storage/models/store-news.ts';
import { askForKept, askForRelease, askToSwitch } from '../../../workers/offline/client.ts';
import { connectServiceWorker } from '../../../workers/offline/connect-service-worker.ts';
import { createOfflineStore, type OfflineStore } from './offline-store.ts';

/** Connects the offline store with this browser. `isBusy` pages are never reloaded. */
export function browserOffline(modelsUrl: string, isBusy: () => boolean): OfflineStore {
  const installOffer = offerInstall((offered) => store.getState().installOffered(offered));
  const store = createOfflineStore({
    askForKept,
    askForRelease,
    askToSwitch,
    readPersistence,
    askForPersistence,
    promptInstall: () => installOffer.prompt(),
  });
  const { workerActive, workerWaiting, workerMissing, storeNews } = store.getState();
  new BroadcastChannel(newsChannelName(modelsUrl)).onmessage = ({
    data,
  }: MessageEvent<StoreNews>) => storeNews(data);
  window.addEventListener('offline', () => store.getState().check());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') store.getState().checkIfStale();
  });
  if (!import.meta.env.PROD) {
    workerMissing({
      code: 'development',
      message: 'The development server keeps nothing on this device.',
      advice: 'Build the app (npm start) to use it without network.',
    });
    return store;
  }
  connectServiceWorker({
    onActive: workerActive,
    onWaiting: workerWaiting,
    onMissing: (why) => workerMissing(toProblem(why)),
    onTakeOver(isUpdate) {
      if (!isUpdate) isolateByReload(isBusy());
      // It was wanted here, where the button is off while films are read. Other tabs prevent it.
      else location.reload();
    },
  });
  return store;
}
