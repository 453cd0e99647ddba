import type { Film } from '../imaging/film.ts';
import type { EngineView } from '../models/engine.ts';
import { classifyLungs } from './classify-lungs.ts';
import { findLungs } from './find-lungs.ts';
import type { AnalyseOptions } from './stages.ts';
import type { Study } from './study.ts';
import { toStudy } from './to-study.ts';

/**
 * The whole way from a film to its study (Xu et al. 2021, Fig. 2): stage 1 finds the lungs, stage 2
 * tells the classes from the film inside them, Grad-CAM shows where. Rejects with RefusedError where
 * the film cannot be read, AnalysisError where a network fails, and `signal.reason` on abort.
 */
export async function analyse(
  film: Film,
  engine: EngineView,
  options: AnalyseOptions = {},
): Promise<Study> {
  const began = performance.now();
  const found = await findLungs(film, engine, options);
  const answer = await classifyLungs(film, found, engine, options);
  return toStudy(film, { ...found, lungsEdited: false }, answer, engine, performance.now() - began);
}
