import { toProblem } from '../../../errors/problem.ts';
import { ofTheFilm } from '../../../pipeline/gate/gate-codes.ts';
import type { Outcome } from '../../../workers/analysis/analyser.ts';
import {
  beginComparison,
  type Comparison,
  comparisonAfterEvent,
  comparisonAfterOutcome,
} from '../comparison.ts';
import type { CompareSlice } from '../reader-state.ts';
import type { StoreParts } from '../store-parts.ts';

export function createCompareSlice({ analyser, get, patchFilm }: StoreParts): CompareSlice {
  /** What stops each film's comparison, where one is under way. */
  const controllers = new Map<number, AbortController>();

  function stop(id: number): void {
    const controller = controllers.get(id);
    // First out of the map, so that what it still says is dropped.
    controllers.delete(id);
    controller?.abort();
  }

  return {
    compareWith(id, classifier) {
      const entry = get().films.get(id);
      if (entry?.state.status !== 'done') return;
      stop(id);
      const controller = new AbortController();
      controllers.set(id, controller);
      const move = (to: (comparison: Comparison) => Comparison) => {
        if (controllers.get(id) !== controller) return;
        patchFilm(id, ({ comparison }) => ({
          comparison: to(comparison ?? beginComparison(classifier)),
        }));
      };
      patchFilm(id, () => ({ comparison: beginComparison(classifier) }));
      const { study } = entry.state;
      const { film, lungs, lungsEdited } = study;
      const request = {
        source: entry.source,
        lungs,
        lungsEdited,
        said: ofTheFilm(study),
        classifier,
      };
      analyser
        .compare(request, film, {
          signal: controller.signal,
          onEvent: (event) => move((comparison) => comparisonAfterEvent(comparison, event)),
        })
        .catch((error: unknown): Outcome => ({ type: 'failed', problem: toProblem(error) }))
        .then((outcome) => {
          move(() => comparisonAfterOutcome(classifier, outcome));
          if (controllers.get(id) === controller) controllers.delete(id);
        });
    },
    stopComparing(id) {
      stop(id);
      patchFilm(id, () => ({ comparison: null }));
    },
  };
}
