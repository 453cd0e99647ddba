import { afterEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/models/create-engine.ts';
import { measureMemory } from '../../src/models/measure-memory.ts';
import type { StartedEngine } from '../../src/models/started-engine.ts';
import { CLASSIFIER_CASES, readGolden } from '../tools/convert/convert-golden.ts';
import { correlation, iou, worstDifference } from './compare.ts';
import { tinyNetworks } from './tiny-networks.ts';

/** Issue "A real film in, a real answer out", must be shown, 5. */
const LOGIT_TOLERANCE = { float32: 1e-3, float16: 2e-2 } as const;
const MIN_IOU = 0.999;
const MIN_CORRELATION = 0.999;

let engine: StartedEngine | null = null;
afterEach(() => {
  engine?.dispose();
  engine = null;
});

const BACKENDS = ['cpu', 'wasm'] as const;
const RUNS = [
  ...BACKENDS.flatMap((backend) =>
    CLASSIFIER_CASES.map((name) => [backend, name, 'float32'] as const),
  ),
  ['wasm', 'bottleneck-ma', 'float16'],
] as const;

describe.each(RUNS)('%s, %s, %s', (backend, name, precision) => {
  it('answers as PyTorch does and keeps no tensor', async () => {
    const before = measureMemory().tensors;
    const networks = tinyNetworks(name, precision);
    engine = await createEngine({ ...networks, preferred: backend });
    const loaded = measureMemory().tensors;

    const lungs = readGolden('resunet');
    const logits = await engine.segment(lungs('film').data);
    expect(worstDifference(logits, lungs('logits').data)).toBeLessThan(LOGIT_TOLERANCE[precision]);
    expect(iou(logits, lungs('logits').data, 0)).toBeGreaterThan(MIN_IOU);

    const golden = readGolden(name);
    const found = await engine.classify(golden('film').data, golden('mask').data);
    expect(worstDifference(found.logits, golden('logits').data)).toBeLessThan(
      LOGIT_TOLERANCE[precision],
    );
    // features are (1, k, h, w)
    const features = golden('features');
    const perFeature = features.data.length / (features.shape[1] as number);
    const pooled = Float32Array.from({ length: features.shape[1] as number }, (_, k) => {
      const values = features.data.subarray(k * perFeature, (k + 1) * perFeature);
      return values.reduce((sum, value) => sum + value, 0) / perFeature;
    });
    expect(worstDifference(found.pooled, pooled)).toBeLessThan(LOGIT_TOLERANCE[precision]);
    const cams = golden('cams');
    const area = found.heatSide ** 2;
    expect(cams.shape).toEqual([1, found.heat.length, found.heatSide, found.heatSide]);
    found.heat.forEach((heat, i) => {
      const expected = cams.data.subarray(i * area, (i + 1) * area);
      expect(worstDifference(heat, expected)).toBeLessThan(LOGIT_TOLERANCE[precision]);
      if (expected.some((value) => value !== expected[0])) {
        expect(correlation(heat, expected)).toBeGreaterThan(MIN_CORRELATION);
      }
    });

    expect(measureMemory().tensors).toBe(loaded);
    engine.dispose();
    expect(measureMemory().tensors).toBe(before);
  });
});
