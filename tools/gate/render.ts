import type { GateCode } from '../../src/pipeline/gate/gate-codes.ts';
import { percent, plain, renderTable } from '../evaluate/render-table.ts';

/** How often something was refused, and why. */
export interface Refusals {
  readonly name: string;
  readonly n: number;
  readonly refused: number;
  readonly codes: Readonly<Partial<Record<GateCode, number>>>;
}

export interface Detection extends Refusals {
  /** Films of which the gate said one of the codes looked for. */
  readonly found: number;
  /** Of the film check's logit, between sound test films and these; null where none is looked for. */
  readonly auroc: number | null;
}

export interface GateFigures {
  readonly date: string;
  readonly commit: string;
  readonly models: Readonly<Record<string, string>>;
  /** The gate before the lungs are sought, on every test film. */
  readonly check: readonly Refusals[];
  /** The whole pipeline, on every test film but in a trial. */
  readonly whole: readonly Refusals[];
  readonly faults: readonly Detection[];
  readonly negatives: readonly Detection[];
}

const reasons = ({ codes }: Refusals) =>
  Object.entries(codes)
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => `${code} ${n}`)
    .join(', ') || '-';

const refusals = (rows: readonly Refusals[]) =>
  renderTable(
    ['films', 'n', 'refused', 'share', 'what was said, warnings included'],
    rows.map((row) => [
      row.name,
      String(row.n),
      String(row.refused),
      percent(row.refused / row.n),
      reasons(row),
    ]),
  );

const detections = (rows: readonly Detection[]) =>
  renderTable(
    ['pictures', 'n', 'found', 'refused', 'AUROC', 'what was said, warnings included'],
    rows.map((row) => [
      row.name,
      String(row.n),
      percent(row.found / row.n),
      percent(row.refused / row.n),
      plain(row.auroc),
      reasons(row),
    ]),
  );

/** The most that may be refused of the sound films of a class. */
const MOST_REFUSED = 0.03;

function verdict(rows: readonly Refusals[]): string {
  const missed = rows.filter(({ refused, n }) => refused / n > MOST_REFUSED);
  const aim = `The aim, at most ${percent(MOST_REFUSED)} of each class, is`;
  if (missed.length === 0) return `${aim} met.`;
  const names = missed.map(({ name, refused, n }) => `${name} (${percent(refused / n)})`);
  return `${aim} missed for ${names.join(', ')}.`;
}

export function renderGate(figures: GateFigures): string {
  return `# The quality gate

Written by \`npm run gate\` on ${figures.date} at commit ${figures.commit}; do not edit. Networks: ${Object.entries(
    figures.models,
  )
    .map(([id, hash]) => `${id} ${hash}`)
    .join(', ')}.

Thresholds were set on validation films (\`split_group\` val); everything here is on test films of \`split_group\`, read by the app's own
pipeline. Side views and pairs of films in one picture were not measured here: see decision 0012.
Films turned by less than 90 degrees, and photographs of films on a screen, were not measured.

## Sound test films

Before the lungs are sought (size, contrast, film check), on every test film:

${refusals(figures.check)}

The whole gate, lungs and familiarity too (the latter warns and does not refuse):

${refusals(figures.whole)}

${verdict(figures.whole)} A mask on one side makes stage 1 look again
(decision 0015): \`opaque-lung\` films had their second lung found so, \`lungs-one-sided\` are those where that found none.

## Faults made of test films

"Found": the gate named the fault. "Refused": it refused the film for any reason, at any stage. AUROC is of the film check's own logit
against all sound test films.

${detections(figures.faults)}

## Pictures that are no chest films

None was trained on; drawings are of kinds that were, from another seed. scikit-image's pictures were kept apart whole.

${detections(figures.negatives)}
`;
}
