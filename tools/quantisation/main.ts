import '../../src/cli/console-to-stderr.ts';

import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { answerFilms } from '../evaluate/answer-films.ts';
import { answersOf, withCuts } from '../evaluate/caches.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { isValidationFilm, type LabelledFilm, readFilms } from '../evaluate/dataset.ts';
import { modelHash } from '../evaluate/model-hash.ts';
import { QUANTISATION_USAGE, readQuantisationArgs } from './args.ts';
import { compareAnswers } from './compare-answers.ts';
import { bytesOf, openBoth } from './open-both.ts';
import { renderQuantisation, saveQuantisation } from './render.ts';

const REPORT = 'docs/study';
const BOOTSTRAP = { samples: 1000, seed: 20 };

const decode = createFilmDecoder(loadCodecNode);

async function answersTo(films: readonly LabelledFilm[], engine: EngineView) {
  const log = await answersOf(engine);
  await answerFilms(films, log, decode, withCuts(engine));
  return log.answers;
}

async function measure(argv: readonly string[]): Promise<void> {
  const { folders, data, limit } = readQuantisationArgs(argv);
  const { exact, rounded } = await openBoth(folders);
  if (exact.classifier.id !== rounded.classifier.id) {
    throw new Error(`${exact.classifier.id} and ${rounded.classifier.id} are not the same model`);
  }
  const all = await readFilms(data);
  const some = (films: readonly LabelledFilm[]) => films.slice(0, limit ?? films.length);
  const validation = some(all.filter(isValidationFilm));
  const test = some(all.filter((film) => film.split_group === 'test'));
  const both = [...validation, ...test];
  const answers = [await answersTo(both, exact), await answersTo(both, rounded)] as const;
  const compare = (films: readonly LabelledFilm[]) => compareAnswers(films, ...answers, BOOTSTRAP);
  const about = async ({ classifier }: EngineView, folder: string) => ({
    precision: classifier.precision,
    bytes: await bytesOf(folder),
    hash: modelHash(classifier),
  });
  const part = {
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    backend: exact.backend,
    bootstrap: BOOTSTRAP,
    exact: await about(exact, folders[0]),
    rounded: await about(rounded, folders[1]),
    sets: { validation: compare(validation), test: compare(test), both: compare(both) },
  };
  const { id } = exact.classifier;
  process.stdout.write(renderQuantisation({ schema: 1, models: { [id]: part } }));
  if (limit === null) await saveQuantisation(REPORT, id, part);
}

try {
  await measure(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${QUANTISATION_USAGE}`);
  process.exit(2);
}
// Threads of the networks would keep the process alive.
process.exit(0);
