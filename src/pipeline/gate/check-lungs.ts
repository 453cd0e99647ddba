import type { Mask } from '../../imaging/film.ts';
import { lungParts } from '../../imaging/lung-parts.ts';
import { lungShape } from '../../imaging/lung-shape.ts';
import type { KnownOfRefused } from '../errors.ts';
import type { GateCode, GateFinding, GateRecord } from './gate-codes.ts';
import { implausibleParts } from './lung-plausibility.ts';
import { passGate } from './pass-gate.ts';

/**
 * Share of the film covered by lungs. Human masks of the training split (segmentation.csv, column
 * lung_fraction) go from 0.084 to 0.495 without the heart's shadow (nlm, lungvae; n = 667) and up
 * to 0.706 with it (v7; n = 828). The limits leave room beyond both.
 */
const LUNG_FRACTION = { min: 0.05, max: 0.75 };

/**
 * Of stage 1's masks of 150 validation films (`npm run gate -- --limits --whole 30`): the emptier half
 * holds 0.26 or more but for one film (0.008), and at most 0.064 of the edges; a human mask has two pieces, one of 217 three.
 */
const MOST_PIECES: Readonly<Record<LungOutline, number>> = { exact: 3, rough: 5 };
const LEAST_SMALLER_SHARE = 0.12;
const MOST_EDGE_SHARE = 0.08;

/** Whether the parts of a mask are held to what human masks look like. */
export type LungOutline = 'exact' | 'rough';

/** In which halves of the film a mask of lungs lies; in neither where it covers too little. */
export function lungSides(lungs: Mask): 'none' | 'one' | 'both' {
  const { fraction, smallerShare } = lungShape(lungs);
  if (fraction < LUNG_FRACTION.min) return 'none';
  return smallerShare < LEAST_SMALLER_SHARE ? 'one' : 'both';
}

function areaFindings({ lungFraction }: KnownOfRefused): GateFinding[] {
  const params = { lungFraction };
  if (lungFraction < LUNG_FRACTION.min) return [{ code: 'no-lungs', params }];
  if (lungFraction > LUNG_FRACTION.max) return [{ code: 'lungs-implausible', params }];
  return [];
}

function shapeFindings({ lungs }: KnownOfRefused, shape: LungOutline): GateFinding[] {
  const { count, smallerShare, edgeShare } = lungShape(lungs);
  const findings: GateFinding[] = [];
  if (count > MOST_PIECES[shape]) findings.push({ code: 'lungs-scattered', params: { count } });
  if (smallerShare < LEAST_SMALLER_SHARE) {
    findings.push({ code: 'lungs-one-sided', params: { smallerShare } });
  } else if (shape === 'exact' && count <= MOST_PIECES.exact) {
    findings.push(...implausibleParts(lungParts(lungs)));
  }
  if (edgeShare > MOST_EDGE_SHARE) findings.push({ code: 'lungs-at-edge', params: { edgeShare } });
  return findings;
}

/**
 * The gate after stage 1: lungs that cover too little or too much, lie in pieces, or on one side.
 * Throws RefusedError unless `overrides` sets aside what was found; an empty mask cannot be read.
 */
export function checkLungs(
  before: GateRecord,
  known: KnownOfRefused,
  overrides: readonly GateCode[] = [],
  shape: LungOutline = 'exact',
): GateRecord {
  const area = areaFindings(known);
  const findings = area.length > 0 ? area : shapeFindings(known, shape);
  return passGate(before, findings, known.lungFraction > 0 ? overrides : [], known);
}

/** As `checkLungs` for lungs that a person drew, whose shape is the person's own matter. */
export function checkDrawnLungs(
  before: GateRecord,
  known: KnownOfRefused,
  overrides: readonly GateCode[] = [],
): GateRecord {
  return passGate(before, areaFindings(known), known.lungFraction > 0 ? overrides : [], known);
}
