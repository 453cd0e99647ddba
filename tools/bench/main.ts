/**
 * npm run bench -- [--classifier ID] [--runs N] [--backend wasm|webgl|webgpu|cpu|auto] [--threads N] [--gpu]
 *
 * Times the two stages of the shipped networks on the demo film, warm, in headless Chromium on a
 * minified build, and writes docs/study/bench.json, or bench-ID.json for a classifier other than the
 * app's own. --gpu lets Chromium use the machine's own GPU.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { serveFiles, startParityServer } from '../../e2e/parity/parity-server.ts';
import type { BenchTimes, Request } from '../../e2e/parity/protocol.ts';
import type { BackendName } from '../../src/models/engine.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import { findChromium } from '../chromium/find-chromium.ts';
import { median, percentile } from './median.ts';

const STUDY = join(import.meta.dirname, '..', '..', 'docs', 'study');
const BACKENDS: readonly (BackendName | 'auto')[] = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'];

type BenchRequest = Extract<Request, { kind: 'bench' }>;

function readRequest(): { request: BenchRequest; gpu: boolean } {
  const { values } = parseArgs({
    options: {
      classifier: { type: 'string', default: MODEL_FOLDERS.classifier },
      runs: { type: 'string', default: '15' },
      backend: { type: 'string', default: 'wasm' },
      threads: { type: 'string', default: '2' },
      gpu: { type: 'boolean', default: false },
    },
  });
  const backend = BACKENDS.find((name) => name === values.backend);
  const [runs, threads] = [Number(values.runs), Number(values.threads)];
  if (
    !backend ||
    !Number.isInteger(runs) ||
    runs < 1 ||
    !Number.isInteger(threads) ||
    threads < 1
  ) {
    throw new Error(
      'Usage: npm run bench -- [--classifier ID] [--runs N] [--backend NAME] [--threads N] [--gpu]',
    );
  }
  return {
    request: {
      kind: 'bench',
      backend,
      folders: { ...MODEL_FOLDERS, classifier: values.classifier },
      threads,
      runs,
    },
    gpu: values.gpu,
  };
}

async function measure(request: BenchRequest, gpu: boolean): Promise<BenchTimes> {
  const server = await startParityServer();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', ...(gpu ? ['--enable-gpu', '--enable-unsafe-webgpu'] : [])],
  });
  try {
    const page = await browser.newPage();
    await serveFiles(page);
    await page.goto(server.url);
    return await page.evaluate((asked) => window.runInWorker(asked), request);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The commit that is measured, with a mark where files differ from it. */
function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return 'none';
  }
}

function summarise(times: readonly number[]) {
  const round = (ms: number) => Math.round(ms);
  return {
    medianMs: round(median(times)),
    p10Ms: round(percentile(times, 0.1)),
    p90Ms: round(percentile(times, 0.9)),
  };
}

const { request, gpu } = readRequest();
const found = await measure(request, gpu);
const stages = {
  segment: summarise(found.runs.map(({ segment }) => segment)),
  classify: summarise(found.runs.map(({ classify }) => classify)),
  rest: summarise(found.runs.map(({ segment, classify, total }) => total - segment - classify)),
  total: summarise(found.runs.map(({ total }) => total)),
};
const { classifier } = request.folders;
const report = {
  classifier,
  date: new Date().toISOString().slice(0, 10),
  commit: commit(),
  backend: found.backend,
  description: found.backendDescription,
  cpu: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
  n: found.runs.length,
  startMs: Math.round(found.startMs),
  stages,
};
const name = classifier === MODEL_FOLDERS.classifier ? 'bench' : `bench-${classifier}`;
await mkdir(STUDY, { recursive: true });
await writeFile(join(STUDY, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
console.log(
  `${report.backend} (${report.description}) on ${report.cpu}, n = ${report.n} warm runs`,
);
for (const [stage, { medianMs, p10Ms, p90Ms }] of Object.entries(stages)) {
  console.log(`${stage.padEnd(10)} median ${medianMs} ms   (10 % ${p10Ms}, 90 % ${p90Ms})`);
}
