import { describe, expect, it } from 'vitest';
import { CodedError } from '../../src/errors/coded-error.ts';
import type { Classification, Engine } from '../../src/models/engine.ts';
import { LABELS } from '../../src/models/labels.ts';
import { analyse } from '../../src/pipeline/analyse.ts';
import { AnalysisError, RefusedError } from '../../src/pipeline/errors.ts';
import { filmOf, twoLungs } from './test-films.ts';
import { SEGMENTER_SIDE, thresholdEngine } from './threshold-engine.ts';

const failure = (film = twoLungs(), engine: Engine = thresholdEngine()): Promise<CodedError> =>
  analyse(film, engine).then(
    () => expect.fail('a study came back'),
    (error: CodedError) => error,
  );

describe('refusals', () => {
  it('refuses a film with a side under 128 pixels, whatever the other', async () => {
    const error = await failure(twoLungs(4000, 127));
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ code: 'film-too-small', known: null });
    expect(error.message).toContain('4000 x 127');
    await expect(analyse(twoLungs(128, 128), thresholdEngine())).resolves.toBeDefined();
  });

  it.each([
    ['constant', () => 130],
    ['nearly constant', (u: number) => 130 + 6 * u],
    ['blank but for a few burned-in pixels', (u: number, v: number) => (u + v < 0.02 ? 255 : 9)],
  ])('refuses a %s film before any network runs', async (_, grey) => {
    const engine = thresholdEngine();
    expect(await failure(filmOf(200, 200, grey), engine)).toMatchObject({ code: 'no-contrast' });
    expect(engine.seen.segmented).toEqual([]);
  });

  it('refuses a film without lungs and says what was found', async () => {
    const dot = filmOf(200, 200, (u, v) => (Math.hypot(u - 0.5, v - 0.5) < 0.1 ? 20 : 200));
    const engine = thresholdEngine();
    const error = (await failure(dot, engine)) as RefusedError;
    expect(error.code).toBe('no-lungs');
    expect(error.known?.lungFraction).toBeCloseTo(Math.PI * 0.1 ** 2, 2);
    expect(error.known?.lungs.width).toBe(SEGMENTER_SIDE);
    expect(engine.seen.classified).toEqual([]);
  });

  it('refuses lungs that fill nearly the whole film', async () => {
    const dark = filmOf(200, 200, (u) => (u < 0.9 ? 20 : 200));
    const error = (await failure(dark)) as RefusedError;
    expect(error.code).toBe('lungs-implausible');
    expect(error.known?.lungFraction).toBeCloseTo(0.9, 1);
    expect(error.advice).not.toBe('');
  });
});

describe('failing networks', () => {
  const sound: Classification = {
    logits: Float32Array.of(1, 2, 3, 4, 5),
    heat: LABELS.map(() => new Float32Array(4)),
    heatSide: 2,
    pooled: new Float32Array(1),
  };
  const badLogits = (value: number) => (film: Float32Array) =>
    Promise.resolve(film.map((grey, i) => (i === 77 ? value : grey)));
  const badHeat = LABELS.map((_, i) => Float32Array.of(0, 0, i === 4 ? Number.NaN : 0, 1));

  it.each<[string, Partial<Engine>, string]>([
    ['NaN lung logits', { segment: badLogits(Number.NaN) }, 'output-not-finite'],
    ['infinite lung logits', { segment: badLogits(Number.POSITIVE_INFINITY) }, 'output-not-finite'],
    ['lung logits all zero', { segment: async (f) => f.map(() => 0) }, 'output-not-finite'],
    ['too few lung logits', { segment: async (f) => f.slice(1) }, 'model-failed'],
    [
      'NaN class logits',
      { classify: async () => ({ ...sound, logits: Float32Array.of(1, Number.NaN, 0, 0, 0) }) },
      'output-not-finite',
    ],
    [
      'class logits all equal',
      { classify: async () => ({ ...sound, logits: new Float32Array(5) }) },
      'output-not-finite',
    ],
    ['NaN heat', { classify: async () => ({ ...sound, heat: badHeat }) }, 'output-not-finite'],
    ['a heat map missing', { classify: async () => ({ ...sound, heat: [] }) }, 'model-failed'],
  ])('report %s', async (_, changes, code) => {
    const error = await failure(twoLungs(), thresholdEngine(changes));
    expect(error).toBeInstanceOf(AnalysisError);
    expect(error).toMatchObject({ code, name: 'AnalysisError' });
  });

  it('wrap what an engine throws and keep the cause', async () => {
    const cause = new Error('context lost');
    const error = await failure(
      twoLungs(),
      thresholdEngine({ classify: () => Promise.reject(cause) }),
    );
    expect(error).toMatchObject({ code: 'model-failed', cause });
    expect(error.message).toContain('context lost');
  });

  it('pass on an engine’s own coded error', async () => {
    const own = new CodedError('weights-damaged', 'bad weights', 'reload');
    expect(await failure(twoLungs(), thresholdEngine({ segment: () => Promise.reject(own) }))).toBe(
      own,
    );
  });

  it('accept heat maps that are zero everywhere', async () => {
    const study = await analyse(twoLungs(), thresholdEngine({ classify: async () => sound }));
    expect([...study.heatMaps.viral.data]).toEqual([0, 0, 0, 0]);
  });
});
