import { writeFileSync } from 'node:fs';
import { currentCommit } from '../evaluate/current-commit.ts';
import { hostileFiles } from './hostile-files.ts';
import { type FuzzFigures, renderFuzz } from './render.ts';
import { fuzzFormat } from './run-fuzz.ts';
import { FUZZED, type Fuzzed } from './seed-files.ts';
import { WatchedJudge } from './watched-judge.ts';

/** Over ten thousand cases in all; formats with more code of this project get more. */
const CASES: Readonly<Record<Fuzzed, number>> = {
  png: 2000,
  jpeg: 1500,
  webp: 1000,
  bmp: 1500,
  tiff: 2000,
  dicom: 4000,
  zip: 2000,
};
const FIRST_SEED = Number(process.argv[2] ?? 20_260_101);

const judge = new WatchedJudge();
const read = (bytes: Uint8Array, archive = false) => judge.judge(bytes, archive);
const heldMegabytes = async () => Math.round((await judge.heldBytes()) / 1e6);

const began = performance.now();
const heldBefore = await heldMegabytes();
const formats = [];
for (const [index, format] of FUZZED.entries()) {
  const found = await fuzzFormat(format, CASES[format], FIRST_SEED + index, read);
  formats.push({ ...found, heldMegabytes: await heldMegabytes() });
  console.error(`${format}: ${found.cases} cases, ${found.faults.length} faults`);
}
const hostile = [];
for (const { name, bytes, expected } of hostileFiles()) {
  const { outcome, ms, fault } = await read(bytes);
  const wrong = fault ?? (outcome === expected ? null : `${outcome} instead of ${expected}`);
  hostile.push({ name, bytes: bytes.length, outcome, ms: Math.round(ms), fault: wrong });
}
const figures: FuzzFigures = {
  cases: formats.reduce((sum, { cases }) => sum + cases, 0),
  faults:
    formats.reduce((sum, { faults }) => sum + faults.length, 0) +
    hostile.filter(({ fault }) => fault).length,
  date: new Date().toISOString().slice(0, 10),
  commit: currentCommit(),
  seconds: Math.round((performance.now() - began) / 1000),
  heldMegabytes: { before: heldBefore, after: await heldMegabytes() },
  formats,
  hostile,
};
await judge.close();
writeFileSync('docs/study/fuzz.json', `${JSON.stringify(figures, null, 1)}\n`);
writeFileSync('docs/study/fuzz.md', renderFuzz(figures));
console.error(`${figures.cases} cases, ${figures.faults} faults, ${figures.seconds} s`);
process.exitCode = figures.faults > 0 ? 1 : 0;
