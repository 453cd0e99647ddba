import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/imaging/film.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import type { Progress } from '../../src/pipeline/progress.ts';
import { reclassify } from '../../src/pipeline/reclassify.ts';
import { filmOf, inLungs, twoLungs } from './test-films.ts';
import { classifierCard, thresholdEngine } from './threshold-engine.ts';

const film = twoLungs();
const { lungs } = await analyse(film, thresholdEngine());

describe('reclassify', () => {
  it('answers as analyse does inside the lungs that analyse found, without stage 1', async () => {
    const engine = thresholdEngine();
    const whole = await analyse(film, engine);
    const again = await reclassify(film, lungs, engine);
    expect(engine.seen.segmented).toHaveLength(1);
    expect(again).toMatchObject({ rawLungs: null, lungsEdited: false });
    const same = { timingsMs: null, rawLungs: null };
    expect({ ...again, ...same }).toEqual({ ...whole, ...same });
    expect(again.timingsMs.segment).toBe(0);
  });

  it('names the classifier that answered', async () => {
    const classifier = { ...classifierCard, id: 'another', temperature: 1 };
    const study = await reclassify(film, lungs, thresholdEngine({ classifier }));
    expect(study.models.classifier).toBe('another');
    const sharper = study.probabilities.viral;
    expect(sharper).toBeGreaterThan(
      (await reclassify(film, lungs, thresholdEngine())).probabilities.viral,
    );
  });

  it('takes an edited mask of any size, and reads only what is inside it', async () => {
    const leftOnly: Mask = {
      width: 100,
      height: 80,
      data: Uint8Array.from({ length: 8000 }, (_, i) => {
        const [u, v] = [((i % 100) + 0.5) / 100, (Math.floor(i / 100) + 0.5) / 80];
        return u < 0.5 && inLungs(u, v) ? 1 : 0;
      }),
    };
    const engine = thresholdEngine();
    const study = await reclassify(film, leftOnly, engine, { lungsEdited: true });
    expect(study.lungs).toBe(leftOnly);
    expect(study.lungsEdited).toBe(true);
    // One ellipse of half axes 0.15 and 0.3.
    expect(study.lungFraction).toBeCloseTo(Math.PI * 0.15 * 0.3, 2);
    const seen = engine.seen.classified[0]?.film ?? new Float32Array();
    const side = Math.sqrt(seen.length);
    expect(seen.some((grey) => grey > 0)).toBe(true);
    expect(seen.every((grey, i) => i % side < side / 2 || grey === 0)).toBe(true);
  });

  it('refuses a mask that was wiped out, and a film too small to read', async () => {
    const none = { ...lungs, data: new Uint8Array(lungs.data.length) };
    await expect(reclassify(film, none, thresholdEngine())).rejects.toMatchObject({
      code: 'no-lungs',
    });
    const small = filmOf(90, 90, (u) => 200 * u);
    await expect(reclassify(small, lungs, thresholdEngine())).rejects.toMatchObject({
      code: 'film-too-small',
    });
  });

  it('reports two stages from 0 to exactly 1', async () => {
    const events: Progress[] = [];
    await reclassify(film, lungs, thresholdEngine(), { onProgress: (one) => events.push(one) });
    expect(events.map(({ stage }) => stage)).toEqual(['classifying', 'explaining', 'explaining']);
    expect(events[0]?.fraction).toBe(0);
    expect(events.at(-1)?.fraction).toBe(1);
  });

  it('rejects with the signal’s reason, before anything runs and in between', async () => {
    const engine = thresholdEngine();
    const reason = new Error('taken away');
    const early = reclassify(film, lungs, engine, { signal: AbortSignal.abort(reason) });
    await expect(early).rejects.toBe(reason);
    expect(engine.seen.classified).toEqual([]);
    const controller = new AbortController();
    const late = reclassify(film, lungs, engine, {
      signal: controller.signal,
      onProgress: ({ stage }) => {
        if (stage === 'explaining') controller.abort(reason);
      },
    });
    await expect(late).rejects.toBe(reason);
  });
});
