import { existsSync, readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { folderSource } from '../../src/cli/folder-source.ts';
import { loadCodecNode } from '../../src/cli/load-codec-node.ts';
import { SHIPPED_MODELS } from '../../src/cli/shipped-models.ts';
import { correctFilm } from '../../src/imaging/correct-film.ts';
import { CORRECTIONS } from '../../src/imaging/correction.ts';
import type { Film } from '../../src/imaging/film.ts';
import { resample } from '../../src/imaging/resample.ts';
import { scaleGreys } from '../../src/imaging/scale-greys.ts';
import { logitsNetwork } from '../../src/models/logits-network.ts';
import { MODEL_FOLDERS } from '../../src/models/model-folders.ts';
import { loadNetwork } from '../../src/models/network-files.ts';
import { testFilmCheck } from '../../src/models/self-test.ts';
import { startBackend } from '../../src/models/start-backend.ts';
import { checkFindings } from '../../src/pipeline/gate/check-findings.ts';
import { createFilmDecoder } from '../../src/platform/decode/create-film-decoder.ts';
import { readSafetensors } from '../../tools/convert/safetensors.ts';
import { worstDifference } from './compare.ts';

/** Float16 weights both here and in PyTorch; only sums are in another order. */
const TOLERANCE = 5e-3;
/** Pillow rounds an 8-bit picture's greys after resampling, the app does not. */
const INPUT_TOLERANCE = 1.5 / 255;

const golden = readSafetensors(readFileSync('test/golden/film-check/golden.safetensors'));
const demo = await createFilmDecoder(loadCodecNode)(
  readFileSync('test/golden/shipped/film.png'),
  'film.png',
);
const files = await loadNetwork('film-check', MODEL_FOLDERS.filmCheck, {
  source: folderSource(SHIPPED_MODELS),
});
const { size, range } = files.card.input;
const toInput = (film: Film) => scaleGreys(resample(film, size, size), range).data;
const logitsOf = (name: string) => golden.get(name)?.data as Float32Array;

it('gets the input that training gave it', () => {
  expect(worstDifference(toInput(demo), logitsOf('input'))).toBeLessThan(INPUT_TOLERANCE);
});

it.each(['cpu', 'wasm'] as const)('answers on %s as PyTorch does', async (backend) => {
  const running = await startBackend(backend, { allowSoftware: false });
  const checker = logitsNetwork(files);
  const tensors = tf.memory().numTensors;
  try {
    const found = await checker.logits(logitsOf('input'));
    expect(worstDifference(found, logitsOf('sound'))).toBeLessThan(TOLERANCE);
    expect(await testFilmCheck(checker, files.card)).toBeLessThan(TOLERANCE);
    expect(tf.memory().numTensors).toBe(tensors);
  } finally {
    checker.dispose();
    running.stop();
  }
});

it('lets the demo film pass and names what is done to it, as PyTorch does', async () => {
  const running = await startBackend('wasm', { allowSoftware: false });
  const checker = logitsNetwork(files);
  const see = async (film: Film) => {
    const logits = await checker.logits(toInput(film));
    return { logits, codes: checkFindings(logits, files.card).map(({ code }) => code) };
  };
  try {
    expect((await see(demo)).codes).toEqual([]);
    const expected = {
      invert: 'inverted',
      'turn-clockwise': 'rotated-right',
      'turn-counterclockwise': 'rotated-left',
      'turn-half': 'upside-down',
    } as const;
    for (const correction of CORRECTIONS) {
      const { logits, codes } = await see(correctFilm(demo, [correction]));
      expect(codes).toEqual([expected[correction]]);
      // Greys that are not rounded after resampling move logits of some 7 a little.
      expect(worstDifference(logits, logitsOf(correction))).toBeLessThan(0.1);
    }
  } finally {
    checker.dispose();
    running.stop();
  }
});

const DATA = '../shared/data';
const PAIR = '../shared/cases/kermany3-pair-stack.png';

it.skipIf(!existsSync(`${DATA}/not-frontal.csv`) || !existsSync(PAIR))(
  'tells side views that were kept apart, and two films in one picture (needs shared data, skipped without it)',
  async () => {
    const running = await startBackend('wasm', { allowSoftware: false });
    const checker = logitsNetwork(files);
    const decode = createFilmDecoder(loadCodecNode);
    const codesOf = async (path: string) => {
      const film = await decode(readFileSync(path), path);
      const logits = await checker.logits(toInput(film));
      return checkFindings(logits, files.card).map(({ code }) => code);
    };
    try {
      expect(await codesOf(PAIR)).toEqual(['two-films']);
      const [head = '', ...lines] = readFileSync(`${DATA}/not-frontal.csv`, 'utf8')
        .trim()
        .split('\n');
      const names = head.trim().split(',');
      const apart = lines
        .map((line) => line.split(','))
        .filter((row) => row[names.indexOf('split_group')] !== 'train');
      const found = [];
      for (const row of apart) found.push(await codesOf(`${DATA}/${row[names.indexOf('file')]}`));
      expect(apart).toHaveLength(11);
      expect(found.filter((codes) => codes.includes('lateral')).length).toBeGreaterThanOrEqual(10);
    } finally {
      checker.dispose();
      running.stop();
    }
  },
);
