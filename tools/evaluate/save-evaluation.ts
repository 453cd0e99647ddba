import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import type { Evaluation } from './evaluation.ts';
import { renderEvaluation } from './render-evaluation.ts';

/** Where a classifier's figures go, and what stands above them. */
export interface EvaluationPage {
  /** Of the two files, without their endings. */
  readonly name: string;
  readonly heading: string;
}

/** The default classifier's page is the one on the app as it is shipped. */
export function evaluationPageOf(classifier: string): EvaluationPage {
  return classifier === MODEL_FOLDERS.classifier
    ? { name: 'evaluation', heading: 'Figures of the shipped models' }
    : { name: `evaluation-${classifier}`, heading: `Figures of ${classifier}` };
}

/** Puts new parts in place of old ones in the page's JSON, and writes its Markdown from both. */
export async function saveEvaluation(
  folder: string,
  { name, heading }: EvaluationPage,
  parts: Partial<Pick<Evaluation, 'segmentation' | 'classification'>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  const text = await readFile(path, 'utf8').catch(() => null);
  const known: Evaluation = text
    ? JSON.parse(text)
    : { schema: 1, segmentation: null, classification: null };
  const evaluation = { ...known, ...parts };
  await writeFile(path, `${JSON.stringify(evaluation, null, 2)}\n`);
  await writeFile(join(folder, `${name}.md`), renderEvaluation(evaluation, heading));
}
