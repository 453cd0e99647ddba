import { describe, expect, it } from 'vitest';
import type { Scaling } from '../../src/imaging/scale-greys.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { findLungs } from '../../src/pipeline/find-lungs.ts';
import { GATE_CODES, ofTheFilm } from '../../src/pipeline/gate/gate-codes.ts';
import { reclassify } from '../../src/pipeline/reclassify.ts';
import { filmOf, twoLungs } from './test-films.ts';
import { SEGMENTER_SIDE, segmenterCard, thresholdEngine } from './threshold-engine.ts';

const inLung = (centre: number) => (u: number, v: number) =>
  ((u - centre) / 0.15) ** 2 + ((v - 0.5) / 0.3) ** 2 < 1;
const [inRight, inLeft] = [inLung(0.3), inLung(0.7)];

/** A dark lung, and one of the given grey on a ground of 220: dark is below half of the range. */
const withLeftLung = (grey: number) =>
  filmOf(200, 160, (u, v) => (inRight(u, v) ? 40 : inLeft(u, v) ? grey : 220));

describe('findLungs', () => {
  it('looks once where both lungs show', async () => {
    const engine = thresholdEngine();
    const { gate } = await findLungs(twoLungs(), engine);
    expect(engine.seen.segmented).toHaveLength(1);
    expect(gate.warnings).toEqual([]);
  });

  it('scales the film as the card says the segmenter was trained', async () => {
    // A bright letter of 0.2 % of the film: beside it the ground of 220 is dim, unless it is cut off.
    const film = filmOf(256, 256, (u, v) =>
      u < 0.045 && v < 0.045 ? 65535 : inRight(u, v) || inLeft(u, v) ? 40 : 220,
    );
    const ground = async (range: Scaling) => {
      const engine = thresholdEngine({
        segmenter: { ...segmenterCard, input: { ...segmenterCard.input, range } },
      });
      await findLungs(film, engine, { overrides: GATE_CODES }).catch(() => undefined);
      return engine.seen.segmented[0]?.[SEGMENTER_SIDE / 2];
    };
    expect(await ground('min-max')).toBeLessThan(0.01);
    expect(await ground('0.5-99.5 %')).toBe(1);
  });

  it('cuts logits that were enlarged to the mask size of the card', async () => {
    const side = 2 * SEGMENTER_SIDE;
    const postprocess = { ...segmenterCard.postprocess, maskSize: side };
    const fine = thresholdEngine({ segmenter: { ...segmenterCard, postprocess } });
    const { lungs, rawLungs, lungFraction } = await findLungs(twoLungs(), fine);
    expect([lungs.width, lungs.height, rawLungs.width]).toEqual([side, side, side]);
    const coarse = await findLungs(twoLungs(), thresholdEngine());
    expect(lungFraction).toBeCloseTo(coarse.lungFraction, 2);
    // An outline of logits, not of blocks: some neighbours of an enlarged pixel differ.
    const blocks = lungs.data.filter((_, i) => i % 2 === 0 && lungs.data[i] !== lungs.data[i + 1]);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('finds an opaque lung in a second look, and says so', async () => {
    const engine = thresholdEngine();
    const { lungs, lungFraction, gate } = await findLungs(withLeftLung(180), engine);
    expect(engine.seen.segmented).toHaveLength(2);
    expect(gate).toEqual({ gateOverridden: [], warnings: ['opaque-lung'] });
    const at = (u: number, v: number) =>
      lungs.data[Math.floor(v * SEGMENTER_SIDE) * SEGMENTER_SIDE + Math.floor(u * SEGMENTER_SIDE)];
    expect([at(0.3, 0.5), at(0.7, 0.5), at(0.5, 0.5), at(0.05, 0.05)]).toEqual([1, 1, 0, 0]);
    // Two ellipses of pi * 0.15 * 0.3 each.
    expect(lungFraction).toBeCloseTo(2 * Math.PI * 0.15 * 0.3, 1);
  });

  it('leaves the answer about an opaque lung open, drawn lungs or not', async () => {
    const film = withLeftLung(180);
    const study = await analyse(film, thresholdEngine());
    expect(study.indeterminate).toBe(true);
    const drawn = await reclassify(film, study.lungs, thresholdEngine(), {
      lungsEdited: true,
      said: ofTheFilm(study),
    });
    expect(drawn).toMatchObject({ indeterminate: true, warnings: ['opaque-lung'] });
    expect((await analyse(twoLungs(), thresholdEngine())).indeterminate).toBe(false);
  });

  it('refuses a film whose second look finds no other lung either', async () => {
    const engine = thresholdEngine();
    await expect(findLungs(withLeftLung(220), engine)).rejects.toMatchObject({
      code: 'lungs-one-sided',
    });
    expect(engine.seen.segmented).toHaveLength(2);
    const { gate, lungFraction } = await findLungs(withLeftLung(220), engine, {
      overrides: ['lungs-one-sided'],
    });
    expect(gate).toEqual({ gateOverridden: ['lungs-one-sided'], warnings: [] });
    expect(lungFraction).toBeCloseTo(Math.PI * 0.15 * 0.3, 1);
  });
});
