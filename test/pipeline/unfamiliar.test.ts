import { describe, expect, it } from 'vitest';
import type { ClassifierCard } from '../../src/models/card.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { AnalysisError } from '../../src/pipeline/errors.ts';
import { unfamiliarity } from '../../src/pipeline/unfamiliarity.ts';
import { twoLungs } from './test-films.ts';
import { classifierCard, thresholdEngine } from './threshold-engine.ts';

const record = { split: 'val', n: 10, acceptedShare: 0.95, detection: [] };

/** An engine whose films have the pooled features 1 and 4. */
function engineWith(outOfDistribution: ClassifierCard['outOfDistribution']) {
  const engine = thresholdEngine({ classifier: { ...classifierCard, outOfDistribution } });
  const { classify } = engine;
  engine.classify = async (film, mask) => ({
    ...(await classify(film, mask)),
    pooled: Float32Array.of(1, 4),
  });
  return engine;
}

// Distances 1 - 3 = -2 and 4 - 4.5 = -0.5, squared 4 and 0.25, by precision 0.5 * 4 = 2 and
// 2 * 0.25 = 0.5; their mean is the score: 1.25.
const SCORE_1_25 = { ...record, mean: [3, 4.5], precision: [0.5, 2] };

describe('unfamiliarity', () => {
  it('is the mean squared distance by precision, as a multiple of the threshold', () => {
    const pooled = Float32Array.of(1, 4);
    expect(unfamiliarity(pooled, { ...SCORE_1_25, threshold: 1 })).toBeCloseTo(1.25, 12);
    expect(unfamiliarity(pooled, { ...SCORE_1_25, threshold: 2.5 })).toBeCloseTo(0.5, 12);
  });

  it('is 0 at the mean of the training films', () => {
    expect(unfamiliarity(Float32Array.of(3, 4.5), { ...SCORE_1_25, threshold: 1 })).toBe(0);
  });
});

describe('a film unlike the training films', () => {
  it('is answered with a warning, and the study says how far it is', async () => {
    const study = await analyse(twoLungs(), engineWith({ ...SCORE_1_25, threshold: 1 }));
    expect(study.unfamiliarity).toBeCloseTo(1.25, 6);
    expect(study.warnings).toEqual(['unfamiliar']);
    expect(study.gateOverridden).toEqual([]);
  });

  it('is answered without one up to the threshold', async () => {
    const study = await analyse(twoLungs(), engineWith({ ...SCORE_1_25, threshold: 1.25 }));
    expect(study.unfamiliarity).toBeCloseTo(1, 6);
    expect(study.warnings).toEqual([]);
    const near = await analyse(twoLungs(), engineWith({ ...SCORE_1_25, threshold: 2.5 }));
    expect(near.unfamiliarity).toBeCloseTo(0.5, 6);
  });

  it('is not looked for where the card has no statistics', async () => {
    const study = await analyse(twoLungs(), engineWith(null));
    expect(study.unfamiliarity).toBeNull();
  });

  it('cannot be told by a network of other features than the card’s', async () => {
    const engine = engineWith({ ...record, mean: [1], precision: [1], threshold: 1 });
    const error = await analyse(twoLungs(), engine).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AnalysisError);
    expect(error).toMatchObject({ code: 'model-failed' });
  });
});
