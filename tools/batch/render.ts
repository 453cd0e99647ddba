import { median, percentile } from '../bench/median.ts';
import type { Sample } from '../soak/watch-page.ts';
import type { Ending } from './read-journal.ts';

export interface Batch {
  readonly date: string;
  readonly commit: string;
  readonly processor: string;
  readonly browser: string;
  readonly backend: string;
  readonly films: number;
  /** Films in the list at the end. */
  readonly listed: number;
  /** When the page was loaded anew. */
  readonly before: readonly Ending[];
  readonly after: readonly Ending[];
  /** From the reload until the list was there again. */
  readonly restoredMs: number;
  /** How often the browser was opened. */
  readonly sittings: number;
  /** From the first film's coming to the last one's ending, without the time between sittings. */
  readonly spentMs: number;
  /** After a tenth, at the reload, and at the end. */
  readonly memory: readonly Sample[];
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const megabytes = (bytes: number | null) => (bytes === null ? '-' : (bytes / 1e6).toFixed(1));

/** What is written of a batch: no film's name, path or picture. */
export function summariseBatch({ before, after, ...rest }: Batch) {
  const finished = new Map(before.map((one) => [one.id, one.tookMs]));
  const kept = after.filter(({ id, tookMs }) => finished.get(id) === tookMs && finished.has(id));
  const times = after.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs]));
  return {
    ...rest,
    accountedFor: after.length,
    endings: countBy(after.map(({ status, code }) => (code ? `${status}: ${code}` : status))),
    finishedBeforeReload: before.length,
    keptOverReload: kept.length,
    finishedAfterReload: after.length - before.length,
    readingMs: { median: median(times), ninetyFifth: percentile(times, 0.95) },
  };
}

/** docs/study/batch.json and batch.md. */
export function renderBatch(batch: Batch): { json: string; markdown: string } {
  const all = summariseBatch(batch);
  const endings = Object.entries(all.endings).map(([ending, n]) => `| ${ending} | ${n} |`);
  const memory = all.memory.map(
    ({ films, tensors, wasmHeapBytes, pageDataBytes, objectUrls }) =>
      `| ${films} | ${megabytes(pageDataBytes)} | ${megabytes(wasmHeapBytes)} | ${tensors} | ${objectUrls} |`,
  );
  return {
    json: `${JSON.stringify(all, null, 2)}\n`,
    markdown: `# ${all.films} films in one list, with a reload in the middle

Written by \`npm run batch\` on ${all.date} at commit ${all.commit}; do not edit.

${all.films} real films of the test split by patient, the five classes in turn, dropped at once on the built app; ${all.browser}; ${all.processor}, shared with
other work. ${all.backend}. The page was loaded anew in the middle${
      all.sittings > 1
        ? `; besides, the browser was closed and opened again ${all.sittings - 1} time(s), which the list had to survive too`
        : ''
    }.

| ending | films |
| --- | --: |
${endings.join('\n')}
| **accounted for** | **${all.accountedFor} of ${all.films}** |

- ${all.finishedBeforeReload} films were finished when the page was loaded anew; ${all.keptOverReload} of their results are still the same at the end, so that none was read twice. The
  other ${all.finishedAfterReload} were read after it without being asked again. The list was back ${(all.restoredMs / 1000).toFixed(1)} s after the reload.
- ${(all.spentMs / 1000).toFixed(0)} s in all, ${(all.spentMs / 1000 / all.films).toFixed(2)} s a film with everything (decoding, thumbnails, keeping on disk, the reload and the networks' second start); the reading of
  one film took ${(all.readingMs.median / 1000).toFixed(2)} s in the median, ${(all.readingMs.ninetyFifth / 1000).toFixed(2)} s at the 95th percentile.

| films finished | data of the page, MB | WASM heap, MB | tensors | object URLs |
| --: | --: | --: | --: | --: |
${memory.join('\n')}
`,
  };
}
