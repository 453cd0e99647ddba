import type { ModelsSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createModelsSlice({ analyser, set }: StoreParts): ModelsSlice {
  return {
    models: { status: 'unloaded' },
    shelf: { status: 'unloaded' },
    chosenClassifier: null,
    loadModels() {
      set({ models: { status: 'loading', loadedBytes: 0, totalBytes: 0, startingOn: null } });
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
  };
}
