import { readFile } from 'node:fs/promises';
import type { EngineView } from '../../src/models/engine.ts';
import { LABELS } from '../../src/models/labels.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { RefusedError } from '../../src/pipeline/errors.ts';
import type { DecodeFilm } from '../../src/platform/decode/create-film-decoder.ts';
import type { Answer, AnswerLog } from './answer-log.ts';
import type { LabelledFilm } from './dataset.ts';
import { createProgressLog } from './log-progress.ts';

async function answerFilm(
  { id, path }: LabelledFilm,
  decode: DecodeFilm,
  engine: EngineView,
): Promise<Answer> {
  const film = await decode(await readFile(path), id);
  try {
    const study = await analyse(film, engine);
    const probabilities = LABELS.map((label) => study.probabilities[label]);
    return { id, refused: null, probabilities };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { id, refused: error.code, probabilities: null };
  }
}

/** Reads the films that the log has no answer for yet. */
export async function answerFilms(
  films: readonly LabelledFilm[],
  log: AnswerLog,
  decode: DecodeFilm,
  engine: EngineView,
): Promise<void> {
  const open = films.filter(({ id }) => !log.answers.has(id));
  const say = createProgressLog('films', open.length);
  for (const [index, film] of open.entries()) {
    await log.add(await answerFilm(film, decode, engine));
    say(index + 1);
  }
}
