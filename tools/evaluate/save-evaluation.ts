import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Evaluation } from './evaluation.ts';
import { renderEvaluation } from './render-evaluation.ts';

/** Puts new parts in place of old ones in evaluation.json, and writes evaluation.md from both. */
export async function saveEvaluation(
  folder: string,
  parts: Partial<Pick<Evaluation, 'segmentation' | 'classification'>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'evaluation.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  const known: Evaluation = text
    ? JSON.parse(text)
    : { schema: 1, segmentation: null, classification: null };
  const evaluation = { ...known, ...parts };
  await writeFile(path, `${JSON.stringify(evaluation, null, 2)}\n`);
  await writeFile(join(folder, 'evaluation.md'), renderEvaluation(evaluation));
}
