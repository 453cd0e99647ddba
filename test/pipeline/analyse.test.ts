import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../src/imaging/film.ts';
import { heatInside } from '../../src/imaging/heat-inside.ts';
import { upsampleHeat } from '../../src/imaging/heat-overlay.ts';
import { resampleMask } from '../../src/imaging/resample-mask.ts';
import { LABELS } from '../../src/models/labels.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { postProcess } from '../../src/pipeline/post-process.ts';
import { type Progress, STAGES } from '../../src/pipeline/progress.ts';
import { filmOf, inLungs, twoLungs } from './test-films.ts';
import {
  CLASSIFIER_SIDE,
  classifierCard,
  SEGMENTER_SIDE,
  segmenterCard,
  thresholdEngine,
} from './threshold-engine.ts';

describe('analyse', () => {
  it('finds the lungs of a film that is not square', async () => {
    const study = await analyse(twoLungs(), thresholdEngine());
    const wrong = study.lungs.data.filter((value, i) => {
      const u = ((i % SEGMENTER_SIDE) + 0.5) / SEGMENTER_SIDE;
      const v = (Math.floor(i / SEGMENTER_SIDE) + 0.5) / SEGMENTER_SIDE;
      return value !== (inLungs(u, v) ? 1 : 0);
    });
    expect(wrong.length / study.lungs.data.length).toBeLessThan(0.02);
    // Two ellipses of pi * 0.15 * 0.3 each.
    expect(study.lungFraction).toBeCloseTo(2 * Math.PI * 0.15 * 0.3, 1);
    expect(postProcess(study.rawLungs as Mask, segmenterCard.postprocess)).toEqual(study.lungs);
    expect(study.lungsEdited).toBe(false);
    expect(study.backend).toBe('cpu');
    expect(study.models).toEqual({
      segmenter: 'threshold-segmenter',
      classifier: 'mean-classifier',
    });
  });

  it('shows the networks what training showed them', async () => {
    const engine = thresholdEngine();
    const { lungs } = await analyse(twoLungs(), engine);
    const [square = new Float32Array()] = engine.seen.segmented;
    expect(square.length).toBe(SEGMENTER_SIDE ** 2);
    expect([Math.min(...square), Math.max(...square)]).toEqual([0, 1]);
    const [input] = engine.seen.classified;
    const { film = new Float32Array(), mask = new Float32Array() } = input ?? {};
    expect([...mask]).toEqual([...resampleMask(lungs, CLASSIFIER_SIDE, CLASSIFIER_SIDE).data]);
    // min_max(film * mask): the darkest lung pixel is above 0, the brightest is 1.
    expect(film.every((grey, i) => (mask[i] ? grey > 0 : grey === 0))).toBe(true);
    expect(Math.max(...film)).toBe(1);
  });

  it('divides logits by the temperature before softmax', async () => {
    const logits = Float32Array.of(0, 2, 4, 1, 3);
    const engine = thresholdEngine({
      classify: async () => ({
        logits,
        heat: LABELS.map(() => new Float32Array(1)),
        heatSide: 1,
        pooled: new Float32Array(1),
      }),
    });
    const study = await analyse(twoLungs(), engine);
    const powers = [0, 1, 2, 0.5, 1.5].map(Math.exp); // temperature 2
    const total = powers.reduce((a, b) => a + b);
    LABELS.forEach((label, i) => {
      expect(study.probabilities[label]).toBeCloseTo((powers[i] ?? 0) / total, 6);
    });
    expect(study.label).toBe('tb');
    expect(study.indeterminate).toBe(false);
  });

  it('calls an answer below the card’s threshold indeterminate', async () => {
    const classifier = { ...classifierCard, indeterminateBelow: 0.999 };
    const study = await analyse(twoLungs(), thresholdEngine({ classifier }));
    expect(study.indeterminate).toBe(true);
  });

  it('scales the heat maps of all classes together', async () => {
    const { heatMaps } = await analyse(twoLungs(), thresholdEngine());
    expect(Math.max(...heatMaps.viral.data)).toBe(1);
    // The test engine's heat grows with the class number: covid19 is 1 of viral's 4.
    expect(Math.max(...heatMaps.covid19.data)).toBeCloseTo(0.25, 5);
    expect(Math.max(...heatMaps.normal.data)).toBe(0);
  });

  it('puts the heat of a network that sees the lungs’ box back where the lungs are', async () => {
    const input = { ...classifierCard.input, framing: 'lung-box', range: '0.5-99.5 %' } as const;
    const engine = thresholdEngine({ classifier: { ...classifierCard, input } });
    const { heatMaps, lungs } = await analyse(twoLungs(), engine);
    const [seen] = engine.seen.classified;
    // The ellipses reach from 0.15 to 0.85 and 0.2 to 0.8; 4 % of that on each side.
    const { box } = heatMaps.viral;
    expect(box?.left).toBeCloseTo(0.15 - 0.04 * 0.7, 1);
    expect(box?.height).toBeCloseTo(0.6 * 1.08, 1);
    const share = (seen?.mask.reduce((a, b) => a + b, 0) ?? 0) / CLASSIFIER_SIDE ** 2;
    expect(share).toBeCloseTo((2 * Math.PI * 0.15 * 0.3) / (0.7 * 1.08 * 0.6 * 1.08), 1);
    const heat = upsampleHeat(heatMaps.viral, 100, 100);
    expect(heat.data.some((value) => value > 0.5)).toBe(true);
    const beside = heat.data.filter((_, i) => Math.floor(i / 100) < 16 || i % 100 > 88);
    expect(beside.every((value) => value === 0)).toBe(true);
    expect(heatInside(heatMaps.viral, lungs)).toBeGreaterThan(0.5);
  });

  it('reports every stage once, in order, rising, and ends at exactly 1', async () => {
    const events: Progress[] = [];
    await analyse(twoLungs(), thresholdEngine(), { onProgress: (event) => events.push(event) });
    expect(events.map((event) => event.stage)).toEqual([...STAGES, 'explaining']);
    const fractions = events.map((event) => event.fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(new Set(fractions).size).toBe(fractions.length);
    expect(fractions.at(-1)).toBe(1);
  });

  it('gives the same study for the same film', async () => {
    const [one, two] = [twoLungs(), twoLungs()];
    const first = await analyse(one, thresholdEngine());
    const second = await analyse(two, thresholdEngine());
    expect({ ...first, timingsMs: null }).toEqual({ ...second, timingsMs: null });
  });

  it('answers any film with a study or a refusal, with probabilities that add up to 1', async () => {
    const lungs = fc.record({
      u: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      radius: fc.double({ min: 0.02, max: 0.9, noNaN: true }),
      dark: fc.integer({ min: 0, max: 255 }),
      bright: fc.integer({ min: 0, max: 255 }),
      width: fc.integer({ min: 100, max: 220 }),
    });
    await fc.assert(
      fc.asyncProperty(lungs, async ({ u: centre, radius, dark, bright, width }) => {
        const film = filmOf(width, 150, (u, v) =>
          Math.hypot(u - centre, v - 0.5) < radius ? dark : bright,
        );
        const outcome = await analyse(film, thresholdEngine()).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          // Flat lungs leave the mean classifier nothing to tell classes by.
          expect(outcome).toHaveProperty(
            'code',
            expect.stringMatching(
              /^(film-too-small|no-contrast|no-lungs|lungs-(implausible|scattered|one-sided|joined|uneven|misplaced|ragged)|output-not-finite)$/,
            ),
          );
          return;
        }
        const study = outcome as Awaited<ReturnType<typeof analyse>>;
        const sum = LABELS.reduce((total, label) => total + study.probabilities[label], 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });
});
