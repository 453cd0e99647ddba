import { join } from 'node:path';
import type { EngineView } from '../../src/models/engine.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { openCutStore } from './cut-store.ts';
import { cutHash, modelHash } from './model-hash.ts';
import { rememberSegmentation } from './remember-segmentation.ts';

const CACHE = '.cache/evaluate';

/** The same networks, with lungs that any run has found before taken from the disk. */
export function withCuts(engine: EngineView): EngineView {
  return rememberSegmentation(engine, openCutStore(join(CACHE, 'cuts', cutHash(engine.segmenter))));
}

/** What these two networks have answered before. */
export function answersOf(
  { segmenter, classifier, filmCheck }: EngineView,
  fresh = false,
): Promise<AnswerLog> {
  const cards = [segmenter, classifier, ...(filmCheck ? [filmCheck.card] : [])];
  const models = cards.map(modelHash).join('-');
  return openAnswerLog(join(CACHE, 'answers', `${models}.jsonl`), fresh);
}
