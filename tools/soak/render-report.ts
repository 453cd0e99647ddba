import type { Growth } from './judge-curves.ts';
import type { Sample } from './watch-page.ts';

export interface SoakReport {
  readonly films: number;
  readonly batch: number;
  readonly warmUp: number;
  readonly backend: string;
  readonly seconds: number;
  readonly growth: readonly Growth[];
  readonly samples: readonly Sample[];
}

const figure = (value: number | null) => (value === null ? '-' : value.toLocaleString('en'));

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** At most that many points are shown; soak.json has all. */
const MOST_ROWS = 24;

/** docs/study/soak.md. */
export function renderSoak(report: SoakReport): string {
  const { films, batch, warmUp, backend, seconds, growth, samples } = report;
  const step = Math.max(1, Math.ceil(samples.length / MOST_ROWS));
  const shown = samples.filter((_, index) => index % step === 0 || index === samples.length - 1);
  return `# Many films in one tab

Made by \`npm run soak -- ${films}\` on the built app: **${films} films** of 1024 x 1024 pixels (ten drawn ones, again and again), read
in one tab in batches of ${batch}, each batch taken out of the list when it was read; ${backend}; ${seconds} s. After every
batch the analysis worker is asked for tfjs's own figures (message \`measure\`), the page's garbage is collected and its heap
measured. Flat means: no growth by the straight line through all samples after the first ${warmUp} films; the page itself may
keep 4 kB a film.

${[
  row(['measure', 'after warm-up', 'at the end', 'per film', 'flat']),
  row(['---', '---', '---', '---', '---']),
  ...growth.map((one) =>
    row([
      one.measure,
      figure(one.afterWarmUp),
      figure(one.atEnd),
      figure(one.perFilm),
      one.afterWarmUp === null ? 'not measured' : one.flat ? 'yes' : 'no',
    ]),
  ),
].join('\n')}

${[
  row(['films', 'tensors', 'tensor bytes', 'WASM heap', 'page heap', 'object URLs']),
  row(['---', '---', '---', '---', '---', '---']),
  ...shown.map((one) =>
    row([
      one.films,
      figure(one.tensors),
      figure(one.tensorBytes),
      figure(one.wasmHeapBytes),
      figure(one.pageHeapBytes),
      one.objectUrls,
    ]),
  ),
].join('\n')}

Not covered: WebGPU. The app passes over software GPUs, which are all that this machine has.
`;
}
