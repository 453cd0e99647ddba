import type { ViewSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createViewSlice({ set, patchFilm }: StoreParts): ViewSlice {
  return {
    heatOpacity: 0.6,
    chooseLabel: (id, label) => patchFilm(id, () => ({ chosenLabel: label })),
    setHeatOpacity: (heatOpacity) => set({ heatOpacity }),
  };
}
