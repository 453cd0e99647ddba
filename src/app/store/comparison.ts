import type { Problem } from '../../errors/problem.ts';
import type { ShownStudy } from '../../pipeline/shown-film.ts';
import type { Outcome } from '../../workers/analysis/analyser.ts';
import type { RunEvent } from '../../workers/analysis/protocol.ts';

/** How another classifier's reading of a film stands: the same lungs, other probabilities. */
export type Comparison =
  | {
      readonly status: 'loading';
      readonly classifier: string;
      /** Of the classifier, where it is not here yet; `fraction` is of the reading after it. */
      readonly download: { readonly loadedBytes: number; readonly totalBytes: number } | null;
      readonly fraction: number;
    }
  | { readonly status: 'done'; readonly classifier: string; readonly study: ShownStudy }
  | { readonly status: 'failed'; readonly classifier: string; readonly problem: Problem };

export function beginComparison(classifier: string): Comparison {
  return { status: 'loading', classifier, download: null, fraction: 0 };
}

export function comparisonAfterEvent(comparison: Comparison, event: RunEvent): Comparison {
  if (comparison.status !== 'loading') return comparison;
  if (event.type === 'downloading') {
    const { loadedBytes, totalBytes } = event;
    return { ...comparison, download: { loadedBytes, totalBytes } };
  }
  if (event.type === 'decoded') return comparison;
  if (event.type === 'recovering') return { ...comparison, download: null, fraction: 0 };
  return { ...comparison, download: null, fraction: event.progress.fraction };
}

/** A film that the other classifier refuses is a comparison that failed, with the refusal's reason. */
export function comparisonAfterOutcome(classifier: string, outcome: Outcome): Comparison {
  return outcome.type === 'done'
    ? { status: 'done', classifier, study: outcome.study }
    : { status: 'failed', classifier, problem: outcome.problem };
}
