import type { Film } from '../imaging/film.ts';
import type { EngineView } from '../models/engine.ts';
import type { Answer } from './classify-lungs.ts';
import type { FoundLungs } from './find-lungs.ts';
import type { Study } from './study.ts';

/** Puts together what both stages found, and which networks answered. */
export function toStudy(
  film: Film,
  { lungs, lungFraction, segmentMs }: FoundLungs,
  { classifyMs, ...answer }: Answer,
  { backend, segmenter, classifier }: EngineView,
  totalMs: number,
): Study {
  return {
    film,
    lungs,
    lungFraction,
    ...answer,
    backend,
    models: { segmenter: segmenter.id, classifier: classifier.id },
    timingsMs: { segment: segmentMs, classify: classifyMs, total: totalMs },
  };
}
