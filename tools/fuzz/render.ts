import type { FormatFigures } from './run-fuzz.ts';

/** docs/study/fuzz.json. */
export interface FuzzFigures {
  readonly cases: number;
  readonly faults: number;
  readonly date: string;
  readonly commit: string;
  readonly seconds: number;
  /** Of the thread that reads, when nothing is read. */
  readonly heldMegabytes: { readonly before: number; readonly after: number };
  readonly formats: readonly (FormatFigures & { readonly heldMegabytes: number })[];
  readonly hostile: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly outcome: string;
    readonly ms: number;
    readonly fault: string | null;
  }[];
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const listed = (outcomes: Readonly<Record<string, number>>) => {
  const all = Object.entries(outcomes);
  const shown = all.slice(0, 8).map(([code, count]) => `${code} ${count}`);
  const rest = all.slice(8).reduce((sum, [, count]) => sum + count, 0);
  return [...shown, ...(rest > 0 ? [`others ${rest}`] : [])].join(', ');
};

/** docs/study/fuzz.md. */
export function renderFuzz({
  cases,
  faults,
  seconds,
  date,
  commit,
  heldMegabytes,
  formats,
  hostile,
}: FuzzFigures) {
  return `# Damaged and hostile files

Made by \`npm run fuzz\`; the numbers are in [fuzz.json](fuzz.json). Good files that independent programs wrote
(\`test/golden\`) are cut, bits of them flipped, their numbers made extreme, pieces repeated, dropped and spliced, and each
is read as the app reads it, in a thread that is watched: one that has no answer after 2 s of processor time, or 30 s on the clock, is
ended and the case is a fault. So is anything but a film that holds together or a typed error with its advice. A case comes again by its format's seed and its index (\`tools/fuzz/run-fuzz.ts\`).

**${cases} cases, ${faults} faults**, ${seconds} s under Node; ${date}, commit ${commit}. Buffers held: ${heldMegabytes.before} MB before, ${heldMegabytes.after} MB after.

${table(
  ['format', 'cases', 'good files', 'seed', 'outcomes', 'slowest', 'faults'],
  formats.map((one) => [
    one.format,
    one.cases,
    one.seedFiles,
    one.seed,
    listed(one.outcomes),
    `${one.slowest.ms} ms: ${one.slowest.file}, ${one.slowest.damage}, case ${one.slowest.index}`,
    one.faults.length,
  ]),
)}

A ZIP is looked through and every film in it read, so that its outcomes are combinations. "film" stands for damage that
leaves the picture whole, such as a changed comment, or changes only its greys, where the format has no checksum. Every other
damaged PNG gets right checksums again, so that its damage reaches the pixels. "unforeseen" stands for a typed error that only the
decoder's last net made of an exception.

## Hostile files

Each made by hand in \`tools/fuzz/hostile-files.ts\`; the same files go through the built app in \`e2e/intake.spec.ts\`.

${table(
  ['file', 'bytes', 'outcome', 'ms', 'fault'],
  hostile.map(({ name, bytes, outcome, ms, fault }) => [name, bytes, outcome, ms, fault ?? 'none']),
)}
`;
}
