import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { percent, renderTable } from '../evaluate/render-table.ts';
import type { AnswerChanges } from './compare-answers.ts';

/** The most that rounding may move accuracy, in percentage points, for the app to ship it. */
const LIMIT_POINTS = 0.2;

interface RoundedModel {
  readonly precision: string;
  /** Of its weights. */
  readonly bytes: number;
  /** Of everything in the card that changes answers. */
  readonly hash: string;
}

export interface QuantisationPart {
  readonly date: string;
  readonly commit: string;
  readonly backend: string;
  readonly bootstrap: { readonly samples: number; readonly seed: number };
  readonly exact: RoundedModel;
  readonly rounded: RoundedModel;
  readonly sets: {
    readonly validation: AnswerChanges;
    readonly test: AnswerChanges;
    readonly both: AnswerChanges;
  };
}

export interface Quantisation {
  readonly schema: 1;
  /** By the id of the model. */
  readonly models: Readonly<Record<string, QuantisationPart>>;
}

const signed = (points: number) => `${points < 0 ? '' : '+'}${points.toFixed(2)}`;

/** Whether the rounded weights may be shipped in place of the exact ones. */
export function isWithinLimit({ sets }: QuantisationPart): boolean {
  return Math.abs(sets.both.differencePoints) <= LIMIT_POINTS;
}

function renderModel(id: string, part: QuantisationPart): string {
  const { exact, rounded, sets, bootstrap } = part;
  const size = ({ precision, bytes }: RoundedModel) =>
    `${precision}, ${(bytes / 1e6).toFixed(1)} MB`;
  const table = renderTable(
    [
      'films',
      'n',
      exact.precision,
      rounded.precision,
      'difference, points',
      'another answer',
      'largest change of a probability',
    ],
    Object.entries(sets).map(([name, set]: [string, AnswerChanges]) => {
      const within = set.differenceInterval?.map(signed).join(' to ');
      return [
        name,
        `${set.films}`,
        percent(set.accuracy.exact),
        percent(set.accuracy.rounded),
        `${signed(set.differencePoints)}${within ? ` (${within})` : ''}`,
        `${set.changed} (${percent(set.changed / set.films)})`,
        set.largestProbabilityChange.toFixed(4),
      ];
    }),
  );
  const verdict = isWithinLimit(part) ? 'It may be shipped' : 'It may not be shipped';
  return `## ${id}: ${size(exact)} to ${size(rounded)}

${table}

${verdict}: accuracy on both sets together moves by ${signed(sets.both.differencePoints)} points, where ${LIMIT_POINTS} are allowed. Measured on ${part.date} at commit ${part.commit}, backend ${part.backend}, weights ${exact.hash} and ${rounded.hash}. Intervals: 95 %, bootstrap over patients, ${bootstrap.samples} samples, seed ${bootstrap.seed}.`;
}

/** The comparison of every model as a Markdown page. */
export function renderQuantisation({ models }: Quantisation): string {
  const parts = Object.entries(models).map(([id, part]) => renderModel(id, part));
  return `# What rounded weights do to the answers

Written by \`npm run quantisation\`; do not edit. Films are those of \`split_group\` val (without \`split_random\` test) and test, read inside the lungs that the shipped stage 1 finds. A refused film counts as wrong.

${parts.join('\n\n')}
`;
}

/** Puts a model's comparison in place of an older one in quantisation.json and quantisation.md. */
export async function saveQuantisation(
  folder: string,
  id: string,
  part: QuantisationPart,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'quantisation.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  const known: Quantisation = text ? JSON.parse(text) : { schema: 1, models: {} };
  const all = { ...known, models: { ...known.models, [id]: part } };
  await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(join(folder, 'quantisation.md'), renderQuantisation(all));
}
