import type { Film, Mask } from '../imaging/film.ts';
import type { EngineView } from '../models/engine.ts';
import { classifyLungs } from './classify-lungs.ts';
import { checkFilm } from './gate/check-film.ts';
import { checkDrawnLungs } from './gate/check-lungs.ts';
import type { GateRecord } from './gate/gate-codes.ts';
import { coverage } from './post-process.ts';
import { type AnalyseOptions, STAGE_TWO_ALONE } from './stages.ts';
import type { Study } from './study.ts';
import { toStudy } from './to-study.ts';

export interface ReclassifyOptions extends AnalyseOptions {
  /** True where a person has changed the lungs; the study says so. */
  readonly lungsEdited?: boolean;
  /** What the gate said of the film itself when it was read; without it the film is checked again. */
  readonly said?: GateRecord;
}

/**
 * Stage 2 and Grad-CAM alone, inside lungs that are known already: with another classifier, or with
 * lungs that a person has edited (a mask of 0 and 1 over the whole film, of any size). The study's
 * time of stage 1 is 0. Rejects as `analyse` does, lungs that are none included.
 */
export async function reclassify(
  film: Film,
  lungs: Mask,
  engine: EngineView,
  { lungsEdited = false, said, ...options }: ReclassifyOptions = {},
): Promise<Study> {
  const began = performance.now();
  options.signal?.throwIfAborted();
  const known = { lungs, lungFraction: coverage(lungs) };
  const allowed = said ?? (await checkFilm(film, engine, options.overrides));
  const gate = checkDrawnLungs(allowed, known, options.overrides);
  const found = { ...known, rawLungs: null, lungsEdited, gate, segmentMs: 0 };
  const answer = await classifyLungs(film, found, engine, options, STAGE_TWO_ALONE);
  return toStudy(film, found, answer, engine, performance.now() - began);
}
