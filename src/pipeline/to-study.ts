import type { Film } from '../imaging/film.ts';
import type { EngineView } from '../models/engine.ts';
import type { Answer } from './classify-lungs.ts';
import type { Study } from './study.ts';

export type StudiedLungs = Pick<Study, 'lungs' | 'rawLungs' | 'lungsEdited' | 'lungFraction'> & {
  /** Time of stage 1's network alone; 0 where the lungs were given. */
  readonly segmentMs: number;
};

/** Puts together what both stages found, and which networks answered. */
export function toStudy(
  film: Film,
  { lungs, rawLungs, lungsEdited, lungFraction, segmentMs }: StudiedLungs,
  { classifyMs, gate, ...answer }: Answer,
  { backend, segmenter, classifier }: EngineView,
  totalMs: number,
): Study {
  return {
    film,
    lungs,
    rawLungs,
    lungsEdited,
    lungFraction,
    ...answer,
    ...gate,
    corrections: film.corrections ?? [],
    backend,
    models: { segmenter: segmenter.id, classifier: classifier.id },
    timingsMs: { segment: segmentMs, classify: classifyMs, total: totalMs },
  };
}
