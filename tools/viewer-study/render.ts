import { median, percentile } from '../bench/median.ts';
import type { OtherWork } from './machine.ts';

export interface Series {
  readonly title: string;
  /** Between animation frames. */
  readonly intervalsMs: readonly number[];
}

export interface ViewerStudy {
  readonly date: string;
  readonly commit: string;
  readonly processor: string;
  /** Just before. */
  readonly others: OtherWork;
  readonly browser: string;
  readonly backend: string;
  readonly film: string;
  readonly viewport: string;
  readonly series: readonly Series[];
  /** From the end of each stroke until the new answer is on screen. */
  readonly correctionsMs: readonly number[];
}

/** A frame at 60 a second, and a little for the clock's grain. */
const FRAME_MS = 1000 / 60;
const LATE_MS = FRAME_MS * 1.5;

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

function summary(intervalsMs: readonly number[]) {
  const total = intervalsMs.reduce((a, b) => a + b, 0);
  return {
    frames: intervalsMs.length,
    perSecond: total > 0 ? (1000 * intervalsMs.length) / total : 0,
    medianMs: median(intervalsMs),
    ninetyFifthMs: percentile(intervalsMs, 0.95),
    lateShare: intervalsMs.filter((ms) => ms > LATE_MS).length / Math.max(1, intervalsMs.length),
  };
}

/** The study as docs/study/viewer.json and viewer.md. */
export function renderViewerStudy(study: ViewerStudy): { json: string; markdown: string } {
  const { series, correctionsMs, ...rest } = study;
  const { others } = study;
  const rows = series.map(({ title, intervalsMs }) => ({ title, ...summary(intervalsMs) }));
  const corrections = {
    n: correctionsMs.length,
    medianMs: median(correctionsMs),
    slowestMs: Math.max(...correctionsMs),
  };
  const lines = rows.map(
    ({ title, frames, perSecond, medianMs, ninetyFifthMs, lateShare }) =>
      `| ${title} | ${frames} | ${perSecond.toFixed(1)} | ${medianMs.toFixed(1)} | ${ninetyFifthMs.toFixed(1)} | ${(lateShare * 100).toFixed(1)} % |`,
  );
  return {
    json: `${JSON.stringify({ ...rest, frames: rows, corrections }, null, 2)}\n`,
    markdown: `# Frame times of the viewer, and times of corrections

Written by \`npm run viewer-study\` on ${study.date} at commit ${study.commit}; do not edit.

A ${study.film} film (the synthetic one, enlarged) in a window of ${study.viewport}; ${study.browser}; ${study.processor}, of which other work took ${percent(others.normal)} at normal and ${percent(others.lowPriority)} at low priority in the seconds before. ${study.backend}.

Intervals between animation frames while the mouse drags for four seconds. No GPU takes part: Skia rasters each canvas on the CPU, on the page's own thread, and the same cores run the browser, the driver of the mouse and whatever else the machine does; the row "nothing moves" shows what the clock alone gives. Each pane draws one picture from the pyramid's level nearest to its scale, interpolated but at 1:1, so that the cost depends on the pane's pixels and not on the film's.

| what | frames | a second | median, ms | 95 % below, ms | later than 25 ms |
| --- | --: | --: | --: | --: | --: |
${lines.join('\n')}

Corrections of the lungs on ${study.backend.replace('Ready on ', '')}, from the end of a stroke until the new probabilities and heat maps are on screen (measured in the page, from the pointer's release to the second frame after the answer was rendered): median ${corrections.medianMs.toFixed(0)} ms, slowest ${corrections.slowestMs.toFixed(0)} ms (n = ${corrections.n}). The promise is 700 ms on WebAssembly, and 300 ms on a GPU, which this machine has not.
`,
  };
}
