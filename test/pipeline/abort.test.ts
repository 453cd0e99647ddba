import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/pipeline/analyse.ts';
import { STAGES } from '../../src/pipeline/progress.ts';
import { twoLungs } from './test-films.ts';
import { thresholdEngine } from './threshold-engine.ts';

describe('aborting', () => {
  it('rejects at once when the signal had fired before, and runs nothing', async () => {
    const engine = thresholdEngine();
    const run = analyse(twoLungs(), engine, { signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(engine.seen.segmented).toEqual([]);
  });

  it.each(STAGES)('rejects with the signal’s reason when aborted while %s', async (stage) => {
    const controller = new AbortController();
    const reason = new DOMException('another film was opened', 'AbortError');
    const engine = thresholdEngine();
    const stages: string[] = [];
    const run = analyse(twoLungs(), engine, {
      signal: controller.signal,
      onProgress: (event) => {
        stages.push(event.stage);
        if (event.stage === stage) controller.abort(reason);
      },
    });
    await expect(run).rejects.toBe(reason);
    expect(stages).toEqual(STAGES.slice(0, STAGES.indexOf(stage) + 1));
    const wasSegmented = STAGES.indexOf(stage) >= STAGES.indexOf('segmenting');
    expect(engine.seen.segmented.length).toBe(wasSegmented ? 1 : 0);
    const wasClassified = STAGES.indexOf(stage) >= STAGES.indexOf('classifying');
    expect(engine.seen.classified.length).toBe(wasClassified ? 1 : 0);
  });

  it('hears an abort that arrives as a timer or message between stages', async () => {
    const controller = new AbortController();
    const engine = thresholdEngine({
      segment: async (film) => {
        setTimeout(() => controller.abort(), 0);
        return film.map((grey) => 0.5 - grey);
      },
    });
    const run = analyse(twoLungs(), engine, { signal: controller.signal });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(engine.seen.classified).toEqual([]);
  });

  it('lets an AbortError from inside an engine pass unchanged', async () => {
    const reason = new DOMException('stopped', 'AbortError');
    const engine = thresholdEngine({ segment: () => Promise.reject(reason) });
    await expect(analyse(twoLungs(), engine)).rejects.toBe(reason);
  });
});
