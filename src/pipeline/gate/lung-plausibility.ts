import type { LungPart } from '../../imaging/lung-parts.ts';
import type { GateFinding } from './gate-codes.ts';

/**
 * What lungs can look like. Of 217 human masks of the validation pairs 216 have two parts; each limit
 * stands a little beyond the most extreme of them, so that at least 99 % pass
 * (docs/study/lung-shapes.md, written by `npm run lung-shapes`). Shares of the film's sides.
 */
export const LUNG_LIMITS = {
  /** Area of the smaller lung as a share of the larger one's. */
  leastRatio: 0.38,
  /** The same of their heights. */
  leastHeightRatio: 0.54,
  leastHeight: 0.3,
  leastSolidity: 0.62,
  leastCentreY: 0.19,
  mostCentreY: 0.64,
  /** How much higher the centre of one lung lies than the other's. */
  mostCentreGapY: 0.155,
  /** The lung on the left of the picture has its centre left of this, the other right of its mirror place. */
  mostCentreX: 0.45,
} as const;

const JOINED: GateFinding = { code: 'lungs-joined' };

/** What cannot be right about the parts of a mask that lies on both sides of the film. */
export function implausibleParts(parts: readonly LungPart[]): GateFinding[] {
  const [large, small] = parts;
  if (!large) return [];
  if (!small) return [JOINED];
  const findings: GateFinding[] = [];
  const [left, right] = large.centreX < small.centreX ? [large, small] : [small, large];
  const heights = [large.height, small.height];
  if (
    small.share / large.share < LUNG_LIMITS.leastRatio ||
    Math.min(...heights) / Math.max(...heights) < LUNG_LIMITS.leastHeightRatio
  ) {
    findings.push({ code: 'lungs-uneven' });
  }
  const isHigh = ({ centreY }: LungPart) => centreY < LUNG_LIMITS.leastCentreY;
  const isLow = ({ centreY }: LungPart) => centreY > LUNG_LIMITS.mostCentreY;
  const pair = [large, small];
  if (
    left.centreX > LUNG_LIMITS.mostCentreX ||
    right.centreX < 1 - LUNG_LIMITS.mostCentreX ||
    pair.some(isHigh) ||
    pair.some(isLow) ||
    Math.abs(large.centreY - small.centreY) > LUNG_LIMITS.mostCentreGapY ||
    Math.min(...heights) < LUNG_LIMITS.leastHeight
  ) {
    findings.push({ code: 'lungs-misplaced' });
  }
  if (pair.some(({ solidity }) => solidity < LUNG_LIMITS.leastSolidity)) {
    findings.push({ code: 'lungs-ragged' });
  }
  return findings;
}
