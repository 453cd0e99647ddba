import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode as decodePng, encode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FilmLine } from '../../src/cli/film-line.ts';
import { syntheticFilm } from '../../src/imaging/synthetic-film.ts';
import { LABELS } from '../../src/models/labels.ts';
import { runProgram } from './run-program.ts';

/** The program starts its networks anew in every test, on a machine that may be busy. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

let folder: string;

const linesOf = (stdout: string) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as FilmLine);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'analyse-'));
  await mkdir(join(folder, 'films', 'more'), { recursive: true });
  const { width, height, data } = syntheticFilm().film;
  const film = encode({ width, height, data: Uint8Array.from(data), channels: 1 });
  await writeFile(join(folder, 'films', 'b.png'), film);
  await writeFile(join(folder, 'films', 'more', 'b.png'), film);
  await writeFile(join(folder, 'films', 'README.txt'), 'Films of nobody.');
  const blank = { width: 300, height: 200, data: new Uint8Array(60_000).fill(90), channels: 1 };
  await writeFile(join(folder, 'films', 'c.png'), encode(blank));
});
afterAll(() => rm(folder, { recursive: true }));

describe('bad usage', () => {
  test('ends with 2, and says how on stderr alone', async () => {
    for (const args of [[], ['--backend', 'webgl', 'x.png']]) {
      const { exitCode, stdout, stderr } = await runProgram(args);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('Usage: npm run -s analyse');
    }
  });

  test('a classifier that is not shipped, with those that are', async () => {
    const film = join(folder, 'films', 'b.png');
    const { exitCode, stdout, stderr } = await runProgram(['--classifier', '../resunet', film]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/no classifier "..\/resunet". Choose one of .*ma-resnet50/);
  });

  test('a folder that cannot be made', async () => {
    const inFile = join(folder, 'films', 'README.txt', 'x');
    const { exitCode, stderr } = await runProgram(['--out', inFile, join(folder, 'films')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cannot be made');
  });
});

test('a folder of films: a line for each in order, pictures of each, and 1 for the text file', async () => {
  const films = join(folder, 'films');
  const out = join(folder, 'out');
  const missing = join(folder, 'missing.png');
  const { exitCode, stdout } = await runProgram([
    '--backend',
    'wasm',
    '--out',
    out,
    films,
    missing,
  ]);
  const lines = linesOf(stdout);
  expect(lines.map(({ file, status, code }) => [file, status, code])).toEqual([
    [join(films, 'README.txt'), 'error', 'not-an-image'],
    [join(films, 'b.png'), 'ok', null],
    [join(films, 'c.png'), 'refused', 'no-contrast'],
    [join(films, 'more', 'b.png'), 'ok', null],
    [missing, 'error', 'not-found'],
  ]);
  expect(exitCode).toBe(1);

  for (const line of lines.filter(({ status }) => status === 'ok')) {
    expect(line.backend).toBe('wasm');
    expect(Object.keys(line.probabilities ?? {})).toEqual([...LABELS]);
    const shares = Object.values(line.probabilities ?? {});
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(line.probabilities?.[line.label ?? 'normal']).toBe(Math.max(...shares));
    for (const time of Object.values(line.timingsMs)) expect(time).toBeGreaterThan(0);
  }

  const pictures = ['film', 'mask', ...LABELS.map((label) => `cam.${label}`)].sort();
  const named = (name: string) => pictures.map((picture) => `${name}.${picture}.png`);
  const written = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('png'));
  expect(written.sort()).toEqual([...named('b'), 'c.film.png', ...named('more/b')].sort());
  const mask = decodePng(await readFile(join(out, 'more', 'b.mask.png')));
  expect(mask).toMatchObject({ width: 1024, height: 1024, channels: 1, depth: 8 });
  expect([...new Set(mask.data)].sort()).toEqual([0, 255]);
});

test('a film upside down is read anyway: 0, whatever else the libraries say', async () => {
  const [upright, turned] = ['films/b.png', 'turned.png'].map((name) => join(folder, name));
  const { width, height, data } = syntheticFilm().film;
  const greys = Uint8Array.from(data).reverse();
  await writeFile(turned as string, encode({ width, height, data: greys, channels: 1 }));
  const { exitCode, stdout } = await runProgram([
    '--classifier',
    'ma-resnet50',
    '--read-anyway',
    upright as string,
    turned as string,
  ]);
  expect(exitCode).toBe(0);
  const classifier = { id: 'ma-resnet50', title: expect.stringContaining('ResNet50') };
  expect(linesOf(stdout)).toMatchObject([
    { status: 'ok', file: upright, gateOverridden: [], classifier },
    { status: 'ok', file: turned, gateOverridden: ['upside-down'], classifier },
  ]);
});

test('Ctrl-C ends the run with 130 and whole lines', async () => {
  const film = join(folder, 'films', 'b.png');
  const { exitCode, stdout, stderr } = await runProgram(
    Array.from({ length: 50 }, () => film),
    (text, interrupt) => {
      if (text.includes('1 of 50')) interrupt();
    },
  );
  expect(exitCode).toBe(130);
  expect(stderr).toContain('Interrupted.');
  expect(linesOf(stdout).length).toBeGreaterThanOrEqual(1);
  expect(linesOf(stdout).length).toBeLessThan(50);
});
