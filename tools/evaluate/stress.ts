import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Film, Mask } from '../../src/imaging/film.ts';
import { resampleMask } from '../../src/imaging/resample-mask.ts';
import { setFrameAside } from '../../src/imaging/set-frame-aside.ts';
import type { EngineView } from '../../src/models/engine.ts';
import type { DecodeFilm } from '../../src/platform/decode/create-film-decoder.ts';
import type { Provenance } from './evaluation.ts';
import { createProgressLog } from './log-progress.ts';
import { lungsOf, readMask } from './measure-lungs.ts';
import { overlap } from './overlap.ts';
import { renderTable } from './render-table.ts';

/** A row of films.json, which training/manet/study/stress.py writes. */
interface ChangedFilm {
  readonly id: string;
  readonly change: string;
  readonly film: string;
  readonly mask: string;
}

export interface StressFigures {
  readonly change: string;
  readonly films: number;
  readonly meanIou: number;
  /** Mean IoU of the tenth of the films that come out worst. */
  readonly worstTenth: number;
  /** Share of the films whose lungs the gate refuses. */
  readonly refused: number;
}

interface Measured {
  readonly change: string;
  readonly iou: number;
  readonly refused: boolean;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function stressFigures(change: string, measured: readonly Measured[]): StressFigures {
  const ordered = measured.map(({ iou }) => iou).sort((a, b) => a - b);
  return {
    change,
    films: measured.length,
    meanIou: mean(ordered),
    worstTenth: mean(ordered.slice(0, Math.max(1, Math.floor(ordered.length / 10)))),
    refused: mean(measured.map(({ refused }) => (refused ? 1 : 0))),
  };
}

/** Lungs of a film without its frame, as a mask of the whole picture. */
export function putBack(lungs: Mask, inner: Film, width: number, height: number): Mask {
  const { left, top } = inner.frame ?? { left: 0, top: 0 };
  const small = resampleMask(lungs, inner.width, inner.height);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < inner.height; y++) {
    const row = small.data.subarray(y * inner.width, (y + 1) * inner.width);
    data.set(row, (y + top) * width + left);
  }
  return { width, height, data };
}

/** Reads the changed films as the app does, frames set aside first, and compares their lungs with the masks. */
export async function measureStress(
  folder: string,
  decode: DecodeFilm,
  engine: EngineView,
): Promise<{ readonly rows: readonly StressFigures[] }> {
  const films: ChangedFilm[] = JSON.parse(await readFile(join(folder, 'films.json'), 'utf8'));
  const log = createProgressLog('changed films', films.length);
  const measured: Measured[] = [];
  for (const { change, film, mask } of films) {
    const picture = await decode(await readFile(join(folder, film)), basename(film));
    const inner = setFrameAside(picture);
    const { lungs, refused } = await lungsOf(inner, engine);
    const found = putBack(lungs, inner, picture.width, picture.height);
    const { iou } = overlap(found, await readMask(join(folder, mask), decode));
    measured.push({ change, iou, refused });
    log(measured.length);
  }
  const changes = [...new Set(measured.map(({ change }) => change))];
  const rows = changes.map((one) =>
    stressFigures(
      one,
      measured.filter(({ change }) => change === one),
    ),
  );
  return { rows: [...rows, stressFigures('all changes', measured)] };
}

/** Writes docs/study/stress.json and stress.md. */
export async function saveStress(
  folder: string,
  part: Provenance & { readonly rows: readonly StressFigures[] },
): Promise<void> {
  const table = renderTable(
    ['change', 'films', 'mean IoU', 'worst tenth', 'lungs refused'],
    part.rows.map(({ change, films, meanIou, worstTenth, refused }) => [
      change,
      `${films}`,
      meanIou.toFixed(3),
      worstTenth.toFixed(3),
      `${(100 * refused).toFixed(1)} %`,
    ]),
  );
  const models = Object.entries(part.models).map(([id, hash]) => `\`${id}\` (${hash})`);
  const text = `# Stage 1 under stress

Written by \`npm run evaluate -- --stress DIR\`, whose films \`python -m manet.study.stress --write DIR\` made (in \`training/\`),
on ${part.date} at commit ${part.commit}, backend ${part.backend}, with ${models.join(', ')}; do not edit.

Every test pair of \`split_group\` whose mask leaves the heart out, under each change of
\`training/manet/study/stress_set.py\`, read by the app's own pipeline. Lung that a change hides is no lung in the mask either.

${table}
`;
  await writeFile(join(folder, 'stress.json'), `${JSON.stringify(part, null, 2)}\n`);
  await writeFile(join(folder, 'stress.md'), text);
}
