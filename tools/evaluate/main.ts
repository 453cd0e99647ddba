import '../../src/cli/console-to-stderr.ts';

import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { openEngine } from '../../src/cli/open-engine.ts';
import { SHIPPED_MODELS } from '../../src/cli/shipped-models.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { answerFilms } from './answer-films.ts';
import { answersOf, withCuts } from './caches.ts';
import { classifierMetrics, segmenterMetrics, writeCardMetrics } from './card-metrics.ts';
import { currentCommit } from './current-commit.ts';
import { isTestFilm, readFilms, readPairs } from './dataset.ts';
import { EVALUATE_USAGE, type EvaluateArgs, readEvaluateArgs } from './evaluate-args.ts';
import type { ClassificationPart, Provenance, SegmentationPart } from './evaluation.ts';
import { classificationFigures } from './figures.ts';
import { measureLungs } from './measure-lungs.ts';
import { modelHash } from './model-hash.ts';
import { evaluationPageOf, saveEvaluation } from './save-evaluation.ts';
import { segmentationFigures, worstPairs } from './segmentation-figures.ts';
import { measureStress, saveStress } from './stress.ts';

const STUDY = 'docs/study';
const PARTS = ['segmentation', 'classification'];
/** The annotations that stage 1 is trained on. */
const WITHOUT_HEART = ['nlm', 'lungvae'];
const BOOTSTRAP = { samples: 1000, seed: 20 };

const decode = createFilmDecoder(loadCodecNode);

function provenance(
  engine: EngineView,
  cards: readonly (keyof Pick<EngineView, 'segmenter' | 'classifier'>)[],
): Provenance {
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    backend: engine.backend,
    models: Object.fromEntries(cards.map((one) => [engine[one].id, modelHash(engine[one])])),
    bootstrap: BOOTSTRAP,
  };
}

async function evaluateLungs(args: EvaluateArgs, engine: EngineView): Promise<SegmentationPart> {
  const measured = await measureLungs(await readPairs(args.data, 'test'), decode, engine);
  return {
    ...provenance(engine, ['segmenter']),
    split: 'split_group',
    sizePx: engine.segmenter.postprocess.maskSize ?? engine.segmenter.input.size,
    withoutHeart: segmentationFigures(measured, WITHOUT_HEART, BOOTSTRAP),
    withHeart: segmentationFigures(measured, ['v7'], BOOTSTRAP),
    worst: worstPairs(measured, WITHOUT_HEART, 10),
  };
}

/** Null where only a share of the films was to be read. */
async function evaluateClasses(
  { data, shard, fresh }: EvaluateArgs,
  engine: EngineView,
): Promise<ClassificationPart | null> {
  const all = await readFilms(data);
  const films = all.filter(isTestFilm);
  const trained = new Set(all.filter((film) => !isTestFilm(film)).map(({ group }) => group));
  const log = await answersOf(engine, fresh);
  if (shard) {
    const [index, count] = shard;
    await answerFilms(
      films.filter((_, i) => i % count === index),
      log,
      decode,
      engine,
    );
    return null;
  }
  await answerFilms(films, log, decode, engine);
  const sets = (['split_group', 'split_random'] as const).flatMap((split) =>
    (['all', 'paper'] as const).map((subset) => {
      const chosen = films.filter(
        (film) => film[split] === 'test' && (subset === 'all' || film.subset === subset),
      );
      return {
        split,
        subset,
        patientInTraining: chosen.filter(({ group }) => trained.has(group)).length,
        ...classificationFigures(chosen, log.answers, BOOTSTRAP),
      };
    }),
  );
  return { ...provenance(engine, ['segmenter', 'classifier']), sets };
}

async function evaluate(args: EvaluateArgs): Promise<void> {
  const { part, shard } = args;
  const models = args.models ?? SHIPPED_MODELS;
  const classifier = args.classifier ?? MODEL_FOLDERS.classifier;
  const { signal } = new AbortController();
  const opened = await openEngine('wasm', signal, { models, classifier });
  if (args.stress) {
    const measured = await measureStress(args.stress, decode, opened);
    await saveStress(STUDY, { ...provenance(opened, ['segmenter']), ...measured });
    return;
  }
  const engine = withCuts(opened);
  const page = evaluationPageOf(classifier);
  // Stage 1 is the same for all classifiers.
  const isDefault = classifier === MODEL_FOLDERS.classifier;
  const parts = part ? [part] : isDefault ? PARTS : ['classification'];
  if (parts.includes('segmentation') && !shard) {
    const segmentation = await evaluateLungs(args, engine);
    await saveEvaluation(STUDY, page, { segmentation });
    const metrics = segmenterMetrics(segmentation.withoutHeart);
    await writeCardMetrics(models, MODEL_FOLDERS.segmenter, metrics);
  }
  if (parts.includes('classification')) {
    const classification = await evaluateClasses(args, engine);
    if (classification) {
      await saveEvaluation(STUDY, page, { classification });
      await writeCardMetrics(models, classifier, classifierMetrics(classification.sets));
    }
  }
  console.error(shard ? 'This share is read.' : `Written: ${STUDY}/${page.name}.md`);
}

function readArgsOrExit(argv: readonly string[]): EvaluateArgs {
  try {
    return readEvaluateArgs(argv);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${EVALUATE_USAGE}`);
    process.exit(2);
  }
}

await evaluate(readArgsOrExit(process.argv.slice(2)));
// Threads of the networks would keep the process alive.
process.exit(0);
