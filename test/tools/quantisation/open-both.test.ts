import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureMemory } from '../../../src/models/measure-memory.ts';
import { bytesOf, openBoth } from '../../../tools/quantisation/open-both.ts';
import { worstDifference } from '../../models/compare.ts';
import { tinyNetworks } from '../../models/tiny-networks.ts';
import { readGolden } from '../convert/convert-golden.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'both-'));
  for (const precision of ['float32', 'float16'] as const) {
    for (const [path, bytes] of tinyNetworks('vgg-ma', precision).files) {
      const target = join(folder, precision, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes);
    }
  }
});
afterAll(() => rm(folder, { recursive: true }));

test('two precisions of one model run side by side', async () => {
  const [exactFolder, roundedFolder] = ['float32', 'float16'].map((precision) =>
    join(folder, precision, 'vgg-ma'),
  ) as [string, string];
  const both = await openBoth([exactFolder, roundedFolder], join(folder, 'float32', 'resunet'));
  expect([both.exact.classifier.precision, both.rounded.classifier.precision]).toEqual([
    'float32',
    'float16',
  ]);
  const golden = readGolden('vgg-ma');
  const answers = await Promise.all(
    [both.exact, both.rounded].map((one) => one.classify(golden('film').data, golden('mask').data)),
  );
  const off = answers.map(({ logits }) => worstDifference(logits, golden('logits').data));
  expect(off[0]).toBeLessThan(1e-3);
  expect(off[1]).toBeLessThan(2e-2);
  expect(off[1]).toBeGreaterThan(off[0] as number);
  expect(await bytesOf(roundedFolder)).toBeLessThan(0.6 * (await bytesOf(exactFolder)));
  both.dispose();
  expect(measureMemory().tensors).toBe(0);
});
