import type { Film, Mask } from '../imaging/film.ts';
import { minMax } from '../imaging/min-max.ts';
import { resample } from '../imaging/resample.ts';
import type { Classification, Engine } from '../models/engine.ts';
import { LABELS, type Label, perLabel } from '../models/labels.ts';
import { classifierInput } from './classifier-input.ts';
import { requireContrast, requireLungs, requireSize } from './gate.ts';
import { coverage, postProcess, thresholdLogits } from './post-process.ts';
import { indexOfLargest, probabilities } from './probabilities.ts';
import { requireAlive, requireFinite, runModel } from './run-model.ts';
import { scaleHeat } from './scale-heat.ts';
import { type AnalyseOptions, beginStage, finishStages } from './stages.ts';
import type { Study } from './study.ts';

/**
 * The whole way from a film to its study (Xu et al. 2021, Fig. 2). Rejects with RefusedError where
 * the film cannot be read, AnalysisError where a network fails, and `signal.reason` on abort.
 */
export async function analyse(
  film: Film,
  engine: Engine,
  options: AnalyseOptions = {},
): Promise<Study> {
  const began = performance.now();
  const { segmenter, classifier } = engine;

  await beginStage('preparing', options);
  requireSize(film);
  const side = segmenter.input.size;
  const square = resample(film, side, side);
  requireContrast(square);

  await beginStage('segmenting', options);
  const segmentBegan = performance.now();
  const logits = await segment(engine, minMax(square).data);
  const segmentEnded = performance.now();

  await beginStage('post-processing', options);
  const { thresholdLogit, smallObjectFraction } = segmenter.postprocess;
  const lungs = postProcess(thresholdLogits(logits, side, thresholdLogit), smallObjectFraction);
  const lungFraction = coverage(lungs);
  requireLungs(lungs, lungFraction);

  await beginStage('classifying', options);
  const classifyBegan = performance.now();
  const classification = await classify(engine, film, lungs);
  const classifyEnded = performance.now();

  await beginStage('explaining', options);
  const answer = explain(classification, classifier.temperature, classifier.indeterminateBelow);
  finishStages(options);
  return {
    film,
    lungs,
    lungFraction,
    ...answer,
    backend: engine.backend,
    models: { segmenter: segmenter.id, classifier: classifier.id },
    timingsMs: {
      segment: segmentEnded - segmentBegan,
      classify: classifyEnded - classifyBegan,
      total: performance.now() - began,
    },
  };
}

/** Stage 1: a film in [0, 1], side x side, to lung logits of the same shape. */
async function segment(engine: Engine, square: Float32Array): Promise<Float32Array> {
  const logits = await runModel('segmentation', () => engine.segment(square));
  requireAlive(logits, square.length, 'lung logits');
  return logits;
}

/** Stage 2: the film inside its lungs to logits and Grad-CAM of every class. */
async function classify(engine: Engine, film: Film, lungs: Mask): Promise<Classification> {
  const input = classifierInput(film, lungs, engine.classifier.input.size);
  const found = await runModel('classification', () => engine.classify(input.film, input.mask));
  requireAlive(found.logits, LABELS.length, 'class logits');
  for (const [index, label] of LABELS.entries()) {
    const heat = found.heat[index] ?? new Float32Array();
    requireFinite(heat, found.heatSide ** 2, `heat map values of ${label}`);
  }
  return found;
}

type Answer = Pick<Study, 'probabilities' | 'label' | 'indeterminate' | 'heatMaps'>;

/** Calibrated probabilities, the answer they give, and heat maps that compare between classes. */
function explain(
  { logits, heat, heatSide }: Classification,
  temperature: number,
  indeterminateBelow: number | null,
): Answer {
  const shares = probabilities(logits, temperature);
  const top = indexOfLargest(shares);
  const scaled = scaleHeat(heat);
  return {
    probabilities: perLabel((_, index) => shares[index] as number),
    label: LABELS[top] as Label,
    indeterminate: indeterminateBelow !== null && (shares[top] as number) < indeterminateBelow,
    heatMaps: perLabel((_, index) => ({ side: heatSide, data: scaled[index] as Float32Array })),
  };
}
