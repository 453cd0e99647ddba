/**
 * What lungs can look like: the human masks of the validation pairs against the gate's limits, and
 * faults made of them. `npm run lung-shapes [-- DATA]` writes docs/study/lung-shapes.{json,md}.
 */
import { writeFile } from 'node:fs/promises';
import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import type { Mask } from '../../src/imaging/film.ts';
import { lungParts } from '../../src/imaging/lung-parts.ts';
import { RefusedError } from '../../src/pipeline/errors.ts';
import { checkLungs } from '../../src/pipeline/gate/check-lungs.ts';
import { LUNG_LIMITS } from '../../src/pipeline/gate/lung-plausibility.ts';
import { NOTHING_SAID } from '../../src/pipeline/gate/pass-gate.ts';
import { coverage } from '../../src/pipeline/post-process.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { currentCommit } from '../evaluate/current-commit.ts';
import { readPairs } from '../evaluate/dataset.ts';
import { readMask } from '../evaluate/measure-lungs.ts';
import { renderTable } from '../evaluate/render-table.ts';
import { MASK_FAULTS } from './faults.ts';

const STUDY = 'docs/study';
/** Every tenth human mask is spoilt in every way. */
const SPOILT = 10;

/** The codes for which the gate refuses a mask. */
function refusals(lungs: Mask): string[] {
  try {
    checkLungs(NOTHING_SAID, { lungs, lungFraction: coverage(lungs) });
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.findings.map(({ code }) => code);
    throw error;
  }
}

function extremes(values: readonly number[]): string[] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return [0, 0.005, 0.5, 0.995, 1].map((share) => at(share).toFixed(3));
}

const data = process.argv[2] ?? '../shared/data';
const decode = createFilmDecoder(loadCodecNode);
const pairs = await readPairs(data, 'val');
const masks: { readonly id: string; readonly mask: Mask }[] = [];
for (const { id, maskPath } of pairs) masks.push({ id, mask: await readMask(maskPath, decode) });

const refused = masks.flatMap(({ id, mask }) => {
  const codes = refusals(mask);
  return codes.length > 0 ? [{ id, codes }] : [];
});
const parts = masks.map(({ mask }) => lungParts(mask));
const two = parts.filter(({ length }) => length === 2);
const both = <T>(of: (large: T, small: T) => number) =>
  two.map((pair) => of(pair[0] as T, pair[1] as T));
type Part = (typeof two)[number][number];
const measured: Readonly<Record<string, number[]>> = {
  'smaller lung / larger': both<Part>((a, b) => b.share / a.share),
  'lower lung / higher, heights': both<Part>(
    (a, b) => Math.min(a.height, b.height) / Math.max(a.height, b.height),
  ),
  height: two.flatMap((pair) => pair.map(({ height }) => height)),
  solidity: two.flatMap((pair) => pair.map(({ solidity }) => solidity)),
  'centre, from the top': two.flatMap((pair) => pair.map(({ centreY }) => centreY)),
  'centres apart, in height': both<Part>((a, b) => Math.abs(a.centreY - b.centreY)),
  'centre of the left one, from the left': both<Part>((a, b) => Math.min(a.centreX, b.centreX)),
  'centre of the right one': both<Part>((a, b) => Math.max(a.centreX, b.centreX)),
};
const chosen = masks.filter((_, i) => i % SPOILT === 0);
const faults = Object.entries(MASK_FAULTS).map(([name, spoil]) => {
  const found = chosen.map(({ mask }) => refusals(spoil(mask)));
  return { name, n: found.length, found: found.filter(({ length }) => length > 0).length };
});
const made = faults.reduce((sum, { n }) => sum + n, 0);
const found = faults.reduce((sum, fault) => sum + fault.found, 0);

const content = {
  date: new Date().toISOString().slice(0, 10),
  commit: currentCommit(),
  command: 'npm run lung-shapes',
  split: 'split_group val',
  n: masks.length,
  twoParts: two.length,
  limits: LUNG_LIMITS,
  refused,
  faults,
};
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const text = `# What lungs can look like

Written by \`npm run lung-shapes\` on ${content.date} at commit ${content.commit}; do not edit.

Human masks of the validation pairs of \`split_group\` (nlm, lungvae and v7, n = ${masks.length}): ${two.length} have exactly two parts. Shares of
the film's sides, of every lung:

${renderTable(
  ['', 'least', '0.5 %', 'median', '99.5 %', 'most'],
  Object.entries(measured).map(([name, values]) => [name, ...extremes(values)]),
)}

The gate refuses ${refused.length} of these masks (${percent(refused.length / masks.length)})${refused.length > 0 ? `: ${refused.map(({ id, codes }) => `${id} (${codes.join(', ')})`).join(', ')}` : ''}.

Faults made of every tenth of them, ${percent(found / made)} of ${made} refused:

${renderTable(
  ['fault', 'made', 'refused'],
  faults.map(({ name, n, found: f }) => [name, `${n}`, `${f}`]),
)}
`;
await writeFile(`${STUDY}/lung-shapes.json`, `${JSON.stringify(content, null, 2)}\n`);
await writeFile(`${STUDY}/lung-shapes.md`, text);
console.log(text);
