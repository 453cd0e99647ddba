import type { Film, Mask } from '../imaging/film.ts';
import type { Classification, EngineView } from '../models/engine.ts';
import { LABELS, type Label, perLabel } from '../models/labels.ts';
import { classifierInput } from './classifier-input.ts';
import { checkFamiliarity } from './gate/check-familiarity.ts';
import { type GateRecord, leavesOpen } from './gate/gate-codes.ts';
import { indexOfLargest, probabilities } from './probabilities.ts';
import { requireAlive, requireFinite, runModel } from './run-model.ts';
import { scaleHeat } from './scale-heat.ts';
import { type AnalyseOptions, BOTH_STAGES, beginStage, finishStages, type Plan } from './stages.ts';
import type { Study } from './study.ts';
import { unfamiliarity } from './unfamiliarity.ts';

export interface Answer
  extends Pick<Study, 'probabilities' | 'label' | 'indeterminate' | 'heatMaps' | 'unfamiliarity'> {
  /** What the gate let pass in all. */
  readonly gate: GateRecord;
  /** Time of the network alone. */
  readonly classifyMs: number;
}

/**
 * Stage 2 and Grad-CAM: the film inside its lungs to calibrated probabilities, the answer they give,
 * and heat maps that compare between classes; a film unlike the training films gets a warning.
 * Rejects with AnalysisError where the network fails, and with `signal.reason` on abort.
 */
export async function classifyLungs(
  film: Film,
  { lungs, gate: allowed }: { readonly lungs: Mask; readonly gate: GateRecord },
  engine: EngineView,
  options: AnalyseOptions,
  plan: Plan = BOTH_STAGES,
): Promise<Answer> {
  const { input, temperature, indeterminateBelow, outOfDistribution } = engine.classifier;

  await beginStage('classifying', options, plan);
  const began = performance.now();
  const seen = classifierInput(film, lungs, input);
  const found = await runModel('classification', () => engine.classify(seen.film, seen.mask));
  requireSound(found);
  const classifyMs = performance.now() - began;
  if (outOfDistribution) {
    requireFinite(found.pooled, outOfDistribution.mean.length, 'pooled features');
  }
  const unlike = outOfDistribution && unfamiliarity(found.pooled, outOfDistribution);
  const gate = checkFamiliarity(allowed, unlike);

  await beginStage('explaining', options, plan);
  const shares = probabilities(found.logits, temperature);
  const top = indexOfLargest(shares);
  const isUnclear = indeterminateBelow !== null && (shares[top] as number) < indeterminateBelow;
  const heat = scaleHeat(found.heat);
  const answer = {
    probabilities: perLabel((_, index) => shares[index] as number),
    label: LABELS[top] as Label,
    indeterminate: isUnclear || leavesOpen(gate),
    heatMaps: perLabel((_, index) => ({
      side: found.heatSide,
      data: heat[index] as Float32Array,
      ...(seen.box && { box: seen.box }),
    })),
    unfamiliarity: unlike,
    gate,
    classifyMs,
  };
  finishStages(options);
  return answer;
}

/** Throws AnalysisError unless logits and heat maps are what a working network gives. */
function requireSound({ logits, heat, heatSide }: Classification): void {
  requireAlive(logits, LABELS.length, 'class logits');
  for (const [index, label] of LABELS.entries()) {
    requireFinite(heat[index] ?? new Float32Array(), heatSide ** 2, `heat map values of ${label}`);
  }
}
