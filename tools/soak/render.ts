import {
  type Growth,
  judgeCurves,
  LIMITS,
  LISTED_FILM_BYTES,
  type RunName,
} from './judge-curves.ts';
import type { Sample } from './watch-page.ts';

export interface SoakFigures {
  readonly run: RunName;
  readonly films: number;
  readonly batch: number;
  readonly backend: string;
  readonly seconds: number;
  readonly date: string;
  readonly commit: string;
  readonly samples: readonly Sample[];
}

const TITLES: Readonly<Record<RunName, string>> = {
  cleared: 'Taken out of the list',
  listed: 'Left in the list',
  webgpu: 'On WebGPU',
};

const figure = (value: number | null) => (value === null ? '-' : value.toLocaleString('en'));

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** At most that many points are shown; the JSON files have all. */
const MOST_ROWS = 12;

function verdict({ afterWarmUp, allowedPerFilm, within }: Growth): string {
  if (afterWarmUp === null) return 'not on this backend';
  if (allowedPerFilm === null) return 'not judged';
  return within ? 'yes' : 'no';
}

function about({ run, films, batch, backend, seconds, date, commit }: SoakFigures): string {
  const kept = {
    cleared: 'and cleared from the list when it was read',
    listed: `and left in the list, where ${LISTED_FILM_BYTES / 1024} kB a film are the limit of what the page keeps`,
    webgpu:
      "and cleared from the list when it was read. The GPU is SwiftShader, Chromium's own in software, for which both networks are reduced to films of 64 x 64 pixels: the same weights and operations, other answers",
  }[run];
  return `**${films} films**, each batch of ${batch} read ${kept}. ${backend}; ${seconds} s; ${date}, commit ${commit}; all samples in
[soak-${run}.json](soak-${run}.json).`;
}

function renderRun(figures: SoakFigures): string {
  const { run, samples } = figures;
  const growth = judgeCurves(run, samples);
  const step = Math.max(1, Math.ceil(samples.length / MOST_ROWS));
  const shown = samples.filter((_, index) => index % step === 0 || index === samples.length - 1);
  const measures = growth
    .filter(({ afterWarmUp }) => afterWarmUp !== null)
    .map(({ measure }) => measure);
  return `## ${TITLES[run]}

${about(figures)} The straight lines are those after ${LIMITS[run].warmUp} films.

${[
  row(['measure', 'after warm-up', 'at the end', 'per film', 'allowed', 'within']),
  row(['---', '---', '---', '---', '---', '---']),
  ...growth.map((one) =>
    row([
      one.measure,
      figure(one.afterWarmUp),
      figure(one.atEnd),
      figure(one.perFilm),
      figure(one.allowedPerFilm),
      verdict(one),
    ]),
  ),
].join('\n')}

${[
  row(['films', ...measures]),
  row(['---', ...measures.map(() => '---')]),
  ...shown.map((one) => row([one.films, ...measures.map((measure) => figure(one[measure]))])),
].join('\n')}
`;
}

/** docs/study/soak.md, from the runs that there are. */
export function renderSoak(all: readonly SoakFigures[]): string {
  return `# Many films in one tab

Made by \`npm run soak -- 500\`, with \`--listed\` or \`--webgpu\` for the other runs, on the built app: ten drawn films of 1024 x 1024 pixels are
read again and again in one tab. For every sample the analysis worker is asked for tfjs's own figures (message \`measure\`), garbage is
collected, and heap snapshots of the page and of the analysis and display workers are added up: \`Data\` is what the app holds (objects, closures, strings, the
contents of ArrayBuffers), \`Code\` what V8 made of its functions. "Per film" is the straight line through all samples after the
warm-up; the analysis worker keeps 64 films as its classifier sees them, and grows until it has them. Code is told and not judged: V8
compiles for many films what runs often, and then no more.

${all.map(renderRun).join('\n')}`;
}
