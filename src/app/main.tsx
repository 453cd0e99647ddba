import './trusted-scripts.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { WorkerAnalyser } from '../workers/analysis/client.ts';
import type { ToWorker } from '../workers/analysis/protocol.ts';
import { FilmDisplay } from '../workers/display/client.ts';
import { App } from './app.tsx';
import { keepChosenBackend, readChosenBackend } from './features/device/chosen-backend.ts';
import { IntakeProvider } from './features/intake/intake-context.tsx';
import { createIntakeStore } from './features/intake/intake-store.ts';
import { broughtFiles, demoSource } from './features/intake/sources.ts';
import { browserOffline } from './features/offline/browser-offline.ts';
import { OfflineProvider } from './features/offline/offline-context.tsx';
import { takeStart } from './features/offline/take-start.ts';
import { startSession } from './features/session/start-session.ts';
import { startLanguage } from './i18n/chosen-language.ts';
import { Direction } from './i18n/direction.tsx';
import { createI18n, speak } from './i18n/i18n.ts';
import { ReaderProvider } from './store/reader-context.tsx';
import { createReaderStore } from './store/reader-store.ts';
import { settings } from './store/settings/settings-store.ts';
import { followTheme } from './store/settings/theme.ts';
import { forgetRemoved } from './store/viewer/forget-removed.ts';
import { ViewerProvider } from './store/viewer/viewer-context.tsx';
import { createViewerStore } from './store/viewer/viewer-store.ts';

followTheme(() => settings.getState().theme);

const modelsUrl = new URL('models/', document.baseURI).href;

function spawnAnalysis(): Worker {
  const worker = new Worker(new URL('../workers/analysis/worker.ts', import.meta.url), {
    type: 'module',
  });
  worker.postMessage({ type: 'open', modelsUrl } satisfies ToWorker);
  return worker;
}

function spawnDisplay(): Worker {
  return new Worker(new URL('../workers/display/worker.ts', import.meta.url), { type: 'module' });
}

const store = createReaderStore(new WorkerAnalyser(spawnAnalysis));
const chosen = readChosenBackend();
if (chosen) store.getState().chooseBackend(chosen);
store.getState().loadModels();
store.getState().loadShelf();
const offline = browserOffline(modelsUrl, () => store.getState().films.length > 0);
store.subscribe((state) => state.chosenBackend, keepChosenBackend);
store.subscribe(
  ({ models }) => models.status === 'ready',
  (ready) => ready && offline.getState().check(),
);
const viewer = createViewerStore();
const display = new FilmDisplay(spawnDisplay);
forgetRemoved(store, viewer);
const intake = createIntakeStore((films) => store.getState().addFilms(films));

const language = startLanguage();
const i18n = createI18n();
await speak(i18n, language);
takeStart({
  addFiles: (files) => intake.getState().take(broughtFiles(files, i18n.t('intake:pasted'))),
  addDemo: () => store.getState().addFilms([demoSource(i18n.t('intake:demoName'))]),
  offline,
});
startSession(store, (position) => i18n.t('worklist:filmNumber', { position }));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <ReaderProvider store={store}>
      <OfflineProvider store={offline}>
        <IntakeProvider store={intake}>
          <Direction>
            <ViewerProvider store={viewer} display={display}>
              <App />
            </ViewerProvider>
          </Direction>
        </IntakeProvider>
      </OfflineProvider>
    </ReaderProvider>
  </StrictMode>,
);
