/**
 * npm run convert -- EXPORT_DIR OUT_DIR [--precision float16|float32]
 *
 * Turns what `python -m manet.export` wrote (architecture.json, weights.safetensors, card.json)
 * into a tfjs graph model with its card.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError } from '../src/imaging/coded-error.ts';
import { convertModel } from './convert/convert-model.ts';
import { finishCard } from './convert/finish-card.ts';

const USAGE = 'Usage: npm run convert -- EXPORT_DIR OUT_DIR [--precision float16|float32]';

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
  const { precision } = values;
  if (!from || !to || (precision !== 'float16' && precision !== 'float32')) throw new Error(USAGE);
  const files = convertModel({
    architecture: await readJson(join(from, 'architecture.json')),
    weights: await readFile(join(from, 'weights.safetensors')),
    precision,
  });
  const card = finishCard(await readJson(join(from, 'card.json')), precision, files);
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
