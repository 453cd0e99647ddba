import { describe, expect, it } from 'vitest';
import type { DicomFacts } from '../../../src/imaging/dicom-facts.ts';
import { FILM_FINDINGS, type FilmCheckCard } from '../../../src/models/card.ts';
import { analyse } from '../../../src/pipeline/analyse.ts';
import { RefusedError } from '../../../src/pipeline/errors.ts';
import { isBlank } from '../../../src/pipeline/gate/contrast.ts';
import { GATE_CODES, GATE_SEVERITY, ofTheFilm } from '../../../src/pipeline/gate/gate-codes.ts';
import { headerFindings } from '../../../src/pipeline/gate/header-findings.ts';
import { reclassify } from '../../../src/pipeline/reclassify.ts';
import { filmOf, twoLungs } from '../test-films.ts';
import { segmenterCard, thresholdEngine } from '../threshold-engine.ts';

const { postprocess: _, ...common } = segmenterCard;

const card: FilmCheckCard = {
  ...common,
  kind: 'film-check',
  id: 'check',
  input: { ...common.input, size: 8 },
  findings: FILM_FINDINGS.map((code) => ({
    code,
    thresholdLogit: code === 'rotated-right' ? null : 1,
  })),
  selfTest: { logits: new Array(FILM_FINDINGS.length).fill(0), tolerance: 1 },
};

/** An engine whose film check gives these logits, in the order of FILM_FINDINGS. */
function engineThatSees(...logits: number[]) {
  const asked: Float32Array[] = [];
  const engine = thresholdEngine({
    filmCheck: {
      card,
      async check(film) {
        asked.push(film);
        return Float32Array.from(FILM_FINDINGS, (_, i) => logits[i] ?? -1 - i);
      },
    },
  });
  return { engine, asked };
}

const refusal = (promise: Promise<unknown>): Promise<RefusedError> =>
  promise.then(
    () => expect.fail('a study came back'),
    (error: RefusedError) => error,
  );

describe('the film check', () => {
  it('is asked with the whole film squashed to its size, from 0 to 1, before the lungs are sought', async () => {
    const { engine, asked } = engineThatSees(-5, 2);
    const error = await refusal(analyse(twoLungs(), engine));
    expect(error).toBeInstanceOf(RefusedError);
    expect(error.code).toBe('inverted');
    expect(engine.seen.segmented).toEqual([]);
    expect(asked[0]).toHaveLength(64);
    expect(Math.min(...(asked[0] ?? []))).toBe(0);
    expect(Math.max(...(asked[0] ?? []))).toBe(1);
  });

  it('names everything it found, in one refusal', async () => {
    const { engine } = engineThatSees(-5, 2, -5, 3, -5, 4);
    const error = await refusal(analyse(twoLungs(), engine));
    expect(error.findings.map(({ code }) => code)).toEqual(['inverted', 'rotated-left', 'cropped']);
    expect(error.message).toMatch(/inverted.*rotated.*part of the chest/);
  });

  it('says nothing else of a picture that is no chest, and nothing without a threshold', async () => {
    const stranger = engineThatSees(2, 5, 5, 5, 5, 5, 5);
    const error = await refusal(analyse(twoLungs(), stranger.engine));
    expect(error.findings.map(({ code }) => code)).toEqual(['not-a-chest']);
    const { engine } = engineThatSees(-5, 0, 0, 0, 9);
    await expect(analyse(twoLungs(), engine)).resolves.toMatchObject({ gateOverridden: [] });
  });

  it('calls a side view that, and neither cropped nor mirrored; of two films it says nothing else', async () => {
    const side = await refusal(
      analyse(twoLungs(), engineThatSees(-5, -5, -5, 3, -5, 5, 5, 5).engine),
    );
    expect(side.findings.map(({ code }) => code)).toEqual(['rotated-left', 'lateral']);
    const pair = engineThatSees(-5, 5, -5, -5, -5, 5, -5, 5, 5);
    const two = await refusal(analyse(twoLungs(), pair.engine));
    expect(two.findings.map(({ code }) => code)).toEqual(['two-films']);
  });

  it('warns of a mirrored film beside the answer', async () => {
    const { engine } = engineThatSees(-5, 0, 0, 0, 0, 0, 2);
    expect(await analyse(twoLungs(), engine)).toMatchObject({
      warnings: ['mirrored'],
      gateOverridden: [],
    });
  });

  it('is set aside by a person, which the study tells for good', async () => {
    const { engine } = engineThatSees(-5, 2);
    const study = await analyse(twoLungs(), engine, { overrides: GATE_CODES });
    expect(study.gateOverridden).toEqual(['inverted']);
    const again = await reclassify(twoLungs(), study.lungs, engine, { overrides: GATE_CODES });
    expect(again.gateOverridden).toEqual(['inverted']);
    const other = refusal(analyse(twoLungs(), engine, { overrides: ['cropped'] }));
    expect((await other).code).toBe('inverted');
  });

  it('is not asked again of a film that was read: what was said of it holds for other lungs', async () => {
    const { engine, asked } = engineThatSees(-5, 2);
    const small = twoLungs(120, 100);
    const study = await analyse(small, engine, { overrides: GATE_CODES });
    expect(study.gateOverridden).toEqual(['film-too-small', 'inverted']);
    // As large as a copy that is kept for stage 2, which would not give the film's size away.
    const said = ofTheFilm(study);
    const again = await reclassify(twoLungs(224, 224), study.lungs, engine, { said });
    expect(again.gateOverridden).toEqual(['film-too-small', 'inverted']);
    expect(asked).toHaveLength(1);
  });

  it('fails the reading where it gives no numbers', async () => {
    const { engine } = engineThatSees(Number.NaN);
    await expect(analyse(twoLungs(), engine)).rejects.toMatchObject({ code: 'output-not-finite' });
  });
});

describe('what is said of the film itself', () => {
  it('leaves out what is said of its lungs, and of the answer inside them', () => {
    const gateOverridden = ['inverted', 'lungs-scattered', 'no-lungs'] as const;
    const warnings = ['unfamiliar', 'child', 'lungs-at-edge'] as const;
    expect(ofTheFilm({ gateOverridden, warnings })).toEqual({
      gateOverridden: ['inverted'],
      warnings: ['child'],
    });
  });
});

describe('isBlank', () => {
  const blank = (grey: (u: number) => number) => isBlank(filmOf(64, 64, grey));

  it('measures by the depth of the film itself', () => {
    // 8 of 255 steps are the least: 8 bits, then 12 bits in a 16-bit file, then 16 bits.
    expect(blank((u) => 100 + 7 * u)).toBe(true);
    expect(blank((u) => 100 + 9 * u)).toBe(false);
    expect(blank((u) => 3000 + 120 * u)).toBe(true);
    expect(blank((u) => 3000 + 140 * u)).toBe(false);
    expect(blank((u) => 30_000 + 2000 * u)).toBe(true);
    expect(blank((u) => 30_000 + 2200 * u)).toBe(false);
  });
});

describe('headerFindings', () => {
  const facts = (changes: Partial<DicomFacts>): DicomFacts => ({
    window: 'none',
    windows: [],
    bitsStored: 12,
    transferSyntax: 'none',
    modality: 'DX',
    bodyPart: 'CHEST',
    viewPosition: 'PA',
    laterality: null,
    patientOrientation: 'L\\F',
    patientAgeYears: null,
    spacing: null,
    frames: 1,
    ...changes,
  });
  const codes = (changes: Partial<DicomFacts>) =>
    headerFindings(facts(changes)).map(({ code }) => code);

  it.each([
    ['LL', ['lateral-view']],
    ['RL', ['lateral-view']],
    ['LATERAL', ['lateral-view']],
    ['RAO', []],
    ['RLD', []],
    ['AP', []],
    [null, []],
  ])('judges the view position %s', (viewPosition, expected) => {
    expect(codes({ viewPosition })).toEqual(expected);
  });

  it('takes rows that run to the front for a side view', () => {
    expect(codes({ viewPosition: null, patientOrientation: 'A\\F' })).toEqual(['lateral-view']);
    expect(codes({ viewPosition: null, patientOrientation: 'R\\F' })).toEqual([]);
  });

  it('says whom the film shows, where the header tells the age', () => {
    expect(codes({ patientAgeYears: 4 })).toEqual(['child']);
    expect(codes({ patientAgeYears: 17.9 })).toEqual(['child']);
    expect(codes({ patientAgeYears: 18 })).toEqual(['adult']);
    expect(headerFindings(undefined)).toEqual([]);
  });
});

it('has one severity for every code', () => {
  expect(new Set(Object.values(GATE_SEVERITY))).toEqual(new Set(['refuse', 'warn']));
});
