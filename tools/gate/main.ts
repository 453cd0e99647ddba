import '../../src/cli/console-to-stderr.ts';

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { openEngine } from '../../src/cli/open-engine.ts';
import { SHIPPED_MODELS } from '../../src/cli/shipped-models.ts';
import type { Film } from '../../src/imaging/film.ts';
import type { Metric } from '../../src/models/card.ts';
import type { EngineView } from '../../src/models/engine.ts';
import { LABELS } from '../../src/models/labels.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import type { GateCode } from '../../src/pipeline/gate/gate-codes.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { areaUnderCurve } from '../evaluate/auc.ts';
import { withCuts } from '../evaluate/caches.ts';
import { writeCardMetrics } from '../evaluate/card-metrics.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { isValidationFilm, type LabelledFilm, readFilms } from '../evaluate/dataset.ts';
import { createProgressLog } from '../evaluate/log-progress.ts';
import { modelHash } from '../evaluate/model-hash.ts';
import { GATE_USAGE, type GateArgs, readGateArgs } from './args.ts';
import { FAULTS } from './faults.ts';
import { type Detection, type GateFigures, type Refusals, renderGate } from './render.ts';
import { checkLogits, tryCheck, tryWhole, type Verdict } from './try-film.ts';

const PAGE = 'docs/study/gate';
const SPLIT = 'split_group test';

const decode = createFilmDecoder(loadCodecNode);
const open = async ({ path, id }: { path: string; id: string }): Promise<Film> =>
  decode(await readFile(path), id);

function summarise(name: string, verdicts: readonly Verdict[]): Refusals {
  const codes: Partial<Record<GateCode, number>> = {};
  for (const code of verdicts.flatMap((one) => one.codes)) codes[code] = (codes[code] ?? 0) + 1;
  return { name, n: verdicts.length, refused: verdicts.filter((one) => one.refused).length, codes };
}

async function each<T, R>(
  what: string,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const say = createProgressLog(what, items.length);
  const results: R[] = [];
  for (const item of items) {
    results.push(await work(item));
    say(results.length);
  }
  return results;
}

/** So many films of each class, or all of them where it has fewer, spread over the list: not all of one source. */
function someOfEach(films: readonly LabelledFilm[], count: number): LabelledFilm[] {
  return LABELS.flatMap((label) => {
    const mine = films.filter((film) => film.label === label);
    const step = Math.max(1, mine.length / count);
    return Array.from(
      { length: Math.min(count, mine.length) },
      (_, i) => mine[Math.floor(i * step)],
    ).filter((film) => film !== undefined);
  });
}

/** Prints the quantiles of lungs' shapes on validation films. */
async function printLimits(films: readonly LabelledFilm[], engine: EngineView): Promise<void> {
  const verdicts = await each('validation films', films, async (film) =>
    tryWhole(await open(film), engine),
  );
  const shapes = verdicts.flatMap(({ shape }) => (shape ? [shape] : []));
  for (const key of ['fraction', 'count', 'smallerShare', 'edgeShare'] as const) {
    const sorted = shapes.map((shape) => shape[key]).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]?.toFixed(3);
    console.error(key, [0, 0.005, 0.01, 0.05, 0.5, 0.95, 0.99, 0.995, 1].map(at).join(' '));
  }
  console.error(summarise('validation', verdicts));
}

type Sound = readonly ReadonlyMap<GateCode, number>[];

async function detect(
  name: string,
  films: readonly Film[],
  codes: readonly GateCode[],
  sound: Sound,
  engine: EngineView,
): Promise<Detection> {
  const logits = await each(name, films, (film) => checkLogits(film, engine));
  const verdicts = await each(`${name}, read`, films, (film) => tryWhole(film, engine));
  const aurocs = codes.map((code) => {
    const scores = [...sound, ...logits].map((one) => one.get(code) ?? 0);
    return areaUnderCurve(
      scores,
      scores.map((_, i) => i >= sound.length),
    );
  });
  return {
    ...summarise(name, verdicts),
    found: verdicts.filter((one) => codes.every((code) => one.codes.includes(code))).length,
    auroc: aurocs[0] === undefined ? null : Math.min(...aurocs.map((value) => value ?? 0)),
  };
}

async function readNegatives(folder: string): Promise<[kind: string, films: Film[]][]> {
  const kinds = await readdir(folder);
  return Promise.all(
    kinds.sort().map(async (kind) => {
      const names = (await readdir(join(folder, kind))).sort();
      const films = names.map((id) => open({ id, path: join(folder, kind, id) }));
      return [kind, await Promise.all(films)] as [string, Film[]];
    }),
  );
}

/** Four digits, in the order in which cards have them, so that the same figures give the same bytes. */
function cardMetrics({ faults, negatives }: GateFigures): Metric[] {
  const round = (share: number) => Math.round(share * 1e4) / 1e4;
  return [...faults, ...negatives].flatMap(({ name: dataset, n, found, auroc }) => {
    const metric = (name: string, value: number): Metric => ({
      name,
      value: round(value),
      dataset,
      split: SPLIT,
      n,
    });
    const share = metric('found', found / n);
    return auroc === null ? [share] : [share, metric('AUROC', auroc)];
  });
}

async function measure(args: GateArgs, engine: EngineView): Promise<void> {
  const all = await readFilms(args.data);
  if (args.limits) {
    return printLimits(someOfEach(all.filter(isValidationFilm), args.whole), engine);
  }
  const tests = all.filter((film) => film.split_group === 'test');
  const seen = await each('film check', tests, async (row) => {
    const film = await open(row);
    const verdict = await tryCheck(film, engine);
    return { row, verdict, logits: await checkLogits(film, engine) };
  });
  const byClass = <T extends { readonly row: LabelledFilm; readonly verdict: Verdict }>(
    rows: readonly T[],
  ) => [
    ...LABELS.map((label) =>
      summarise(
        label,
        rows.filter(({ row }) => row.label === label).map((one) => one.verdict),
      ),
    ),
    summarise(
      'all',
      rows.map((one) => one.verdict),
    ),
  ];
  const whole = await each('whole pipeline', someOfEach(tests, args.whole), async (row) => ({
    row,
    verdict: await tryWhole(await open(row), engine),
  }));
  const sound = seen.map(({ logits }) => logits);
  const sources = await Promise.all(someOfEach(tests, Math.ceil(args.faulty / 5)).map(open));
  const faults: Detection[] = [];
  for (const { name, make, codes } of FAULTS) {
    faults.push(await detect(name, sources.map(make), codes, sound, engine));
  }
  const negatives: Detection[] = [];
  for (const [kind, films] of await readNegatives(args.negatives)) {
    negatives.push(await detect(kind, films, ['not-a-chest'], sound, engine));
  }
  const cards = [engine.filmCheck?.card, engine.segmenter, engine.classifier];
  const figures: GateFigures = {
    date: new Date().toISOString().slice(0, 10),
    commit: currentCommit(),
    models: Object.fromEntries(cards.flatMap((card) => (card ? [[card.id, modelHash(card)]] : []))),
    check: byClass(seen),
    whole: byClass(whole),
    faults,
    negatives,
  };
  const tables = renderGate(figures);
  if (args.trial) {
    process.stdout.write(tables);
    return;
  }
  await writeFile(`${PAGE}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(`${PAGE}.md`, tables);
  await writeCardMetrics(SHIPPED_MODELS, MODEL_FOLDERS.filmCheck, cardMetrics(figures));
}

function readArgsOrExit(argv: readonly string[]): GateArgs {
  try {
    return readGateArgs(argv);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${GATE_USAGE}`);
    process.exit(2);
  }
}

const { signal } = new AbortController();
await measure(readArgsOrExit(process.argv.slice(2)), withCuts(await openEngine('wasm', signal)));
// Threads of the networks would keep the process alive.
process.exit(0);
