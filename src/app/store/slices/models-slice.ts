import type { ModelsSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createModelsSlice({ analyser, set }: StoreParts): ModelsSlice {
  const loading = { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } as const;
  analyser.onModels((models) => set({ models }));
  analyser.onShelf((shelf) => set({ shelf }));
  return {
    models: { status: 'unloaded' },
    shelf: { status: 'unloaded' },
    chosenClassifier: null,
    loadModels() {
      set({ models: loading });
      analyser.load();
    },
    loadShelf() {
      set({ shelf: { status: 'loading' } });
      analyser.loadShelf();
    },
    chooseClassifier(classifier) {
      set({ chosenClassifier: classifier });
      analyser.choose(classifier);
    },
    chosenBackend: null,
    chooseBackend(backend) {
      set({ chosenBackend: backend });
      analyser.computeOn(backend);
    },
    testDevice() {
      set({ models: loading });
      analyser.testDevice();
    },
  };
}
