import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyse } from '../../../src/pipeline/analyse.ts';
import { openAnswerLog } from '../../../tools/evaluate/answer-log.ts';
import { openCutStore } from '../../../tools/evaluate/cut-store.ts';
import { cutHash, modelHash } from '../../../tools/evaluate/model-hash.ts';
import { rememberSegmentation } from '../../../tools/evaluate/remember-segmentation.ts';
import { filmOf, twoLungs } from '../../pipeline/test-films.ts';
import { classifierCard, segmenterCard, thresholdEngine } from '../../pipeline/threshold-engine.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a remembered segmentation gives the same study without the network', async () => {
  const engine = thresholdEngine();
  const store = openCutStore(join(folder, 'cuts'));
  const remembering = rememberSegmentation(engine, store);
  const studies = [
    await analyse(twoLungs(), engine),
    await analyse(twoLungs(), remembering),
    await analyse(twoLungs(), remembering),
    await analyse(twoLungs(), rememberSegmentation(engine, store)),
  ].map(({ lungs, probabilities, heatMaps }) => ({ lungs, probabilities, heatMaps }));
  for (const study of studies) expect(study).toEqual(studies[0]);
  expect(engine.seen.segmented.length).toBe(2);
  expect(await readdir(join(folder, 'cuts'))).toHaveLength(1);
});

test('a film without lungs is refused from memory too', async () => {
  const engine = thresholdEngine({ segment: async (film) => film.map((grey) => -1 - grey) });
  const remembering = rememberSegmentation(engine, openCutStore(join(folder, 'none')));
  const dark = filmOf(150, 150, (u) => 100 * u);
  for (let time = 0; time < 2; time++) {
    await expect(analyse(dark, remembering)).rejects.toMatchObject({ code: 'no-lungs' });
  }
});

test('answers survive a run that was cut short in the middle of a line', async () => {
  const path = join(folder, 'answers.jsonl');
  const first = await openAnswerLog(path);
  const a = { id: 'a', refused: null, probabilities: [0.5, 0.5, 0, 0, 0] };
  const b = { id: 'b', refused: 'no-lungs', probabilities: null };
  await first.add(a);
  await appendFile(path, '\n{"id":"half');
  const second = await openAnswerLog(path);
  await second.add(b);
  expect([...(await openAnswerLog(path)).answers.values()]).toEqual([a, b]);
});

test('a model’s hash follows what changes its answers, and nothing else', () => {
  expect(modelHash({ ...segmenterCard, title: 'x', cautions: ['y'] })).toBe(
    modelHash(segmenterCard),
  );
  expect(modelHash({ ...classifierCard, temperature: 3 })).not.toBe(modelHash(classifierCard));
  const files = { 'weights.bin': 'f'.repeat(64) };
  expect(modelHash({ ...segmenterCard, files })).not.toBe(modelHash(segmenterCard));
  const postprocess = { ...segmenterCard.postprocess, smallObjectFraction: 0.5 };
  expect(cutHash({ ...segmenterCard, postprocess })).toBe(cutHash(segmenterCard));
  expect(cutHash({ ...segmenterCard, files })).not.toBe(cutHash(segmenterCard));
});
