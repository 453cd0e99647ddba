import type { Progress } from '../../pipeline/progress.ts';
import type { Outcome } from '../../workers/analysis/analyser.ts';
import type { ModelsState, RunEvent } from '../../workers/analysis/protocol.ts';
import { type FilmState, filmOf } from './film-state.ts';

/** Where a film stands after what its run has told. */
export function afterEvent(state: FilmState, event: RunEvent, models: ModelsState): FilmState {
  if (event.type === 'decoded') {
    return models.status === 'ready'
      ? { status: 'segmenting', film: event.film, fraction: 0 }
      : { status: 'loading-models', film: event.film };
  }
  // The networks' own state tells of downloads.
  if (event.type === 'downloading') return state;
  const film = filmOf(state);
  if (event.type === 'recovering') {
    return film ? { status: 'loading-models', film, recovering: event.problem } : state;
  }
  return film ? { ...stageState(event.progress), film } : state;
}

function stageState({ stage, fraction }: Progress) {
  const late = stage === 'classifying' || stage === 'explaining';
  return { status: late ? 'classifying' : 'segmenting', fraction } as const;
}

export function afterOutcome(state: FilmState, outcome: Outcome): FilmState {
  if (outcome.type === 'done') return { status: 'done', study: outcome.study };
  const { type, ...rest } = outcome;
  return { status: type, film: filmOf(state), ...rest } as FilmState;
}
