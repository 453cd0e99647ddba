/**
 * npm run convert -- EXPORT_DIR OUT_DIR [--precision float16|float32|int8]
 *
 * Turns what `python -m manet.export.model` wrote (architecture.json, weights.safetensors, card.json)
 * into a tfjs graph model with its card. int8 is ours: one scale per output channel of every kernel.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError } from '../../src/errors/coded-error.ts';
import { convertModel } from './convert-model.ts';
import { finishCard } from './finish-card.ts';
import { withOwnAnswers } from './own-answers.ts';
import { PRECISIONS } from './pack-weights.ts';

const USAGE = `Usage: npm run convert -- EXPORT_DIR OUT_DIR [--precision ${PRECISIONS.join('|')}]`;

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

/** Removes the shards of an earlier conversion, which may have been more. */
async function removeOldModel(folder: string): Promise<void> {
  const old = (await readdir(folder)).filter((name) => /^(group1-.*\.bin|model\.json)$/.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name))));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { precision: { type: 'string', default: 'float16' } },
  });
  const [from, to] = positionals;
  const precision = PRECISIONS.find((one) => one === values.precision);
  if (!from || !to || !precision) throw new Error(USAGE);
  const exported = {
    architecture: await readJson(join(from, 'architecture.json')),
    weights: await readFile(join(from, 'weights.safetensors')),
  };
  const files = convertModel({ ...exported, precision });
  const draft = finishCard(await readJson(join(from, 'card.json')), precision, files);
  const card =
    precision === 'int8'
      ? await withOwnAnswers(draft, convertModel({ ...exported, precision: 'float32' }), files)
      : draft;
  await mkdir(to, { recursive: true });
  await removeOldModel(to);
  for (const [name, bytes] of files) await writeFile(join(to, name), bytes);
  await writeFile(join(to, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  const megabytes = [...files.values()].reduce((sum, { length }) => sum + length, 0) / 1e6;
  console.log(
    `${to}: ${card.title}, ${precision}, ${files.size} files, ${megabytes.toFixed(1)} MB`,
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof CodedError ? `${error.message}\n${error.advice}` : error);
  process.exitCode = 1;
}
